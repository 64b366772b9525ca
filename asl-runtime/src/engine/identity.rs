//! Who an engine says it is, in the context object and in ARNs.

use crate::value::Str;

/// Where AWS would say that the engine's machines live, and as whom they work.
#[derive(Debug, Clone)]
pub(crate) struct Identity {
    pub(crate) region: Str,
    pub(crate) account: Str,
    pub(crate) role_arn: Str,
}

impl Default for Identity {
    fn default() -> Self {
        Self {
            region: Str::from_static("us-east-1"),
            account: Str::from_static("123456789012"),
            role_arn: Str::from_static("arn:aws:iam::123456789012:role/sfn"),
        }
    }
}

impl Identity {
    /// The ARN of a resource of Step Functions.
    pub(crate) fn arn(&self, kind: &str, names: &[&str]) -> Str {
        let Self { region, account, .. } = self;
        let start = ["arn", partition(region), "states", region, account, kind];
        let mut arn = String::with_capacity(128);
        for part in start.iter().chain(names) {
            if !arn.is_empty() {
                arn.push(':');
            }
            arn.push_str(part);
        }
        Str::from(arn)
    }
}

/// The partition that a region belongs to.
fn partition(region: &str) -> &'static str {
    if region.starts_with("cn-") {
        "aws-cn"
    } else if region.starts_with("us-gov-") {
        "aws-us-gov"
    } else {
        "aws"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arns() {
        let mut identity = Identity::default();
        let arn = |identity: &Identity| identity.arn("execution", &["Order", "o-1"]).to_string();
        let expected = "arn:aws:states:us-east-1:123456789012:execution:Order:o-1";
        assert_eq!(arn(&identity), expected);
        identity.region = "cn-north-1".into();
        assert!(arn(&identity).starts_with("arn:aws-cn:states:cn-north-1:"));
    }
}
