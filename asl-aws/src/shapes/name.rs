//! Names as the AWS SDK for Java 2 makes them of a model's, which are those of `aws-sdk`
//! integrations.

/// The name of a field in a state's data: `SSEKMSKeyId` is `SsekmsKeyId`, as the SDK's accessor is
/// `ssekmsKeyId`. Acronyms further inside stay as they are: `ChecksumCRC32`.
pub(super) fn sdk_field(name: &str) -> String {
    let mut characters: Vec<char> = name.chars().collect();
    // The leading capitals, less one that begins the next word.
    for index in 1..characters.len() {
        let begins_word = characters.get(index + 1).is_some_and(|next| next.is_ascii_lowercase());
        if !characters[index].is_ascii_uppercase() || begins_word {
            break;
        }
        characters[index] = characters[index].to_ascii_lowercase();
    }
    capitalized(&characters.into_iter().collect::<String>())
}

/// The name with a capital first letter, as in the data of optimized integrations.
pub(super) fn capitalized(name: &str) -> String {
    let mut characters = name.chars();
    characters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}
