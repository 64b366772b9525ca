//! A deployment: a canary first, then region by region, watched all the while, and rolled back where
//! it is not well.

use std::error::Error;

use serde::{Deserialize, Serialize};
use sfn::{Answer, Clock, ErrorName, TaskContext, TaskError, TestClock, sfn};

use crate::stage::Stage;

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Release {
    service: String,
    version: String,
    regions: Vec<String>,
}

#[derive(Debug, Serialize, Deserialize)]
enum Health {
    Healthy,
    Degraded { errors_per_mille: u32 },
    Down,
}

/// How the canary is.
#[derive(Debug, Serialize, Deserialize)]
struct Canary {
    instance: String,
    checks: u32,
}

#[derive(Debug, thiserror::Error, TaskError)]
enum CloudError {
    #[error("rate exceeded")]
    RateExceeded,
    #[error("there is no image {0}")]
    NoSuchImage(String),
}

#[derive(Debug, thiserror::Error, TaskError)]
enum RegionError {
    #[error("{0} has no capacity left")]
    NoCapacity(String),
}

sfn! {
    /// Brings a version into production.
    #[timeout(1d)]
    machine Deploy(release: Release) -> String {
        tasks {
            async fn start_canary(release: &Release) -> Result<String, CloudError>;
            async fn health(instance: &str) -> Result<Health, CloudError>;
            async fn stop_canary(instance: &str) -> Result<(), CloudError>;
            /// Waits until all instances of a region run the version.
            #[resource("arn:aws:states:::ecs:runTask.sync")]
            async fn roll_out(release: &Release, region: &str) -> Result<(), RegionError>;
            async fn roll_back(release: &Release, region: &str) -> Result<(), CloudError>;
            async fn page(release: &Release, cause: &str);
        }
        retry api = "RateExceeded", interval = 1s, max_attempts = 6, backoff = 1.5, jitter = full;
        start => StartCanary(release);

        #[retry(api)]
        state StartCanary(release: Release) = task start_canary(&release) {
            instance                 => Bake(release, Canary { instance, checks: 0 }),
            catch "NoSuchImage" as e => Failed(e.error, e.cause),
        }
        state Bake(release: Release, canary: Canary) = wait 5m => Check(release, canary);
        #[timeout(10s)] #[retry(api)] #[retry("States.Timeout", interval = 5s, max_attempts = 1)]
        state Check(release: Release, canary: Canary) = task health(&canary.instance) {
            health                 => Judge(release, canary, health),
            catch "States.Timeout" => AbandonCanary(release, canary, "no answer from the canary"),
        }
        state Judge(release: Release, canary: Canary, health: Health) = match health {
            Health::Down => AbandonCanary(release, canary, "the canary is down"),
            Health::Degraded { errors_per_mille } if errors_per_mille > 10 =>
                AbandonCanary(release, canary, format!("{errors_per_mille} ‰ of requests fail")),
            _ if canary.checks >= 3 => StopCanary(release, canary.instance),
            _ => Bake(release, Canary { checks: canary.checks + 1, ..canary }),
        }
        #[retry(api)]
        state StopCanary(release: Release, instance: String) =
            task stop_canary(&instance) => RollOut(release);
        #[concurrency(1)]
        state RollOut(release: Release) = map region in &release.regions {
            #[timeout(30m)]
            RollOutRegion = task job roll_out(&release, region)
        } {
            _            => Done(release),
            catch _ as e => RollBack(release, e.cause),
        }
        state RollBack(release: Release, cause: String) = map region in &release.regions {
            #[retry(api)]
            RollBackRegion = try task roll_back(&release, region)
        } {
            regions => RolledBack(release, cause, regions.iter().all(Result::is_ok)),
        }
        state RolledBack(release: Release, cause: String, is_complete: bool) = choice {
            is_complete => Failed("RolledBack", cause),
            _           => Page(release, cause),
        }
        state Page(release: Release, cause: String) = task page(&release, &cause) => Failed("HalfRolledBack", cause);
        #[retry(api)]
        state AbandonCanary(release: Release, canary: Canary, cause: String) =
            task stop_canary(&canary.instance) {
                ()      => Failed("CanaryFailed", cause),
                catch _ => Page(release, cause),
            }
        state Done(release: Release) = succeed format!("{} {}", release.service, release.version);
        state Failed(error: ErrorName, cause: String) = fail(error, cause);
    }
}

struct Cloud {
    clock: TestClock,
}

impl DeployTasks for Cloud {
    async fn start_canary(
        &self,
        cx: &TaskContext<'_>,
        release: &Release,
    ) -> Result<String, CloudError> {
        match release.version.as_str() {
            "0.9" => Err(CloudError::NoSuchImage(release.version.clone())),
            _ if cx.attempt() < 3 => Err(CloudError::RateExceeded),
            version => Ok(format!("i-{version}")),
        }
    }

    async fn health(&self, _: &TaskContext<'_>, instance: &str) -> Result<Health, CloudError> {
        let minute = self.clock.now().as_second() / 60 % 60;
        match instance {
            "i-2.1" if minute > 8 => Ok(Health::Degraded { errors_per_mille: 70 }),
            "i-2.2" => std::future::pending().await,
            _ if minute % 2 == 0 => Ok(Health::Degraded { errors_per_mille: 2 }),
            _ => Ok(Health::Healthy),
        }
    }

    async fn stop_canary(&self, _: &TaskContext<'_>, _: &str) -> Result<(), CloudError> {
        Ok(())
    }

    async fn roll_out(
        &self,
        _: &TaskContext<'_>,
        release: &Release,
        region: &str,
    ) -> Result<Answer<()>, RegionError> {
        match (release.version.as_str(), region) {
            ("2.3" | "2.4", "us-east-1") => Err(RegionError::NoCapacity(region.to_owned())),
            _ => Ok(Answer::Done(())),
        }
    }

    async fn roll_back(
        &self,
        _: &TaskContext<'_>,
        release: &Release,
        region: &str,
    ) -> Result<(), CloudError> {
        match (release.version.as_str(), region) {
            ("2.4", "us-east-1") => Err(CloudError::RateExceeded),
            _ => Ok(()),
        }
    }

    async fn page(&self, _: &TaskContext<'_>, _: &Release, _: &str) {}
}

pub(crate) async fn run() -> Result<(), Box<dyn Error>> {
    let stage = Stage::new("Deployment: a canary, health checks, roll-back")?;
    let flow = stage.engine().register(Deploy, Cloud { clock: stage.clock() });
    let release = |version: &str| Release {
        service: "checkout".to_owned(),
        version: version.to_owned(),
        regions: ["eu-central-1", "us-east-1", "ap-south-1"].map(str::to_owned).into(),
    };

    let deployed = stage.play("a good version", &flow, release("2.0")).await?;
    assert_eq!(deployed, "checkout 2.0");
    for (title, version, error) in [
        ("a version that gets worse", "2.1", "CanaryFailed"),
        ("a version that hangs", "2.2", "CanaryFailed"),
        ("a region without capacity", "2.3", "RolledBack"),
        ("… and without an API", "2.4", "HalfRolledBack"),
        ("a version that nobody built", "0.9", "NoSuchImage"),
    ] {
        let failed = stage.play(title, &flow, release(version)).await;
        assert!(failed.is_err_and(|failed| failed.error() == error), "{title}");
    }
    Ok(())
}
