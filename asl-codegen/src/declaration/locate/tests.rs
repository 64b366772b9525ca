use std::sync::atomic::{AtomicUsize, Ordering};

use super::*;

/// A crate's folder that is removed when dropped.
struct Folder(PathBuf);

impl Folder {
    fn new(files: &[&str]) -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("asl-codegen-locate-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        for file in files {
            let file = folder.join(file);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, "{}").unwrap();
        }
        Self(folder)
    }

    /// What is found, relative to the folder, or the error with the folder's name left out.
    fn locate(&self, path: &str) -> Result<String, String> {
        let caller = self.0.join("src/flows/order.rs");
        let place = |text: String| text.replace(&format!("{}/", self.0.display()), "");
        match locate(path, &self.0, Some(&caller)) {
            Ok(found) => Ok(place(found.display().to_string())),
            Err(error) => Err(place(error.to_string())),
        }
    }

    fn suggestion(&self, path: &str) -> Option<String> {
        let error = self.locate(path).unwrap_err();
        Some(error.split_once("did you mean `")?.1.trim_end_matches("`?").to_owned())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn the_crate_comes_before_the_calling_file() {
    let both = Folder::new(&["order.asl.json", "src/flows/order.asl.json"]);
    assert_eq!(both.locate("order.asl.json").unwrap(), "order.asl.json");
    let beside = Folder::new(&["src/flows/order.asl.json"]);
    assert_eq!(beside.locate("order.asl.json").unwrap(), "src/flows/order.asl.json");
    let absolute = both.0.join("order.asl.json");
    assert_eq!(both.locate(absolute.to_str().unwrap()).unwrap(), "order.asl.json");
}

#[test]
fn the_error_names_both_places_and_a_near_miss() {
    let folder = Folder::new(&["workflows/order.asl.json", "workflows/refund.asl.json"]);
    assert_eq!(
        folder.locate("workflows/ordre.asl.json").unwrap_err(),
        "cannot find the definition `workflows/ordre.asl.json`\n  \
         `workflows/ordre.asl.json`: no such file\n  \
         `src/flows/workflows/ordre.asl.json`: no such file\n\
         help: did you mean `workflows/order.asl.json`?"
    );
    assert_eq!(
        folder.locate("elsewhere/x.json").unwrap_err(),
        "cannot find the definition `elsewhere/x.json`\n  \
         `elsewhere/x.json`: no such file\n  \
         `src/flows/elsewhere/x.json`: no such file\n\
         help: the path is relative to the folder of `Cargo.toml`, or of this file"
    );
}

#[test]
fn near_misses() {
    let folder = Folder::new(&[
        "workflows/order.asl.json",
        "workflows/nested/deep.asl.json",
        "src/flows/local.asl.yaml",
        "target/only.asl.json",
        ".hidden/secret.asl.json",
    ]);
    let cases = [
        ("workflow/order.asl.json", Some("workflows/order.asl.json")),
        ("Workflows/Order.asl.json", Some("workflows/order.asl.json")),
        ("workflows/order.json", Some("workflows/order.asl.json")),
        ("workflows/order", Some("workflows/order.asl.json")),
        ("workflows/order.asl.yml", Some("workflows/order.asl.json")),
        ("order.asl.json", Some("workflows/order.asl.json")),
        ("./workflow/nestd/deep.asl.json", Some("./workflows/nested/deep.asl.json")),
        ("workflows/../workflow/order.asl.json", Some("workflows/../workflows/order.asl.json")),
        ("local.asl.json", Some("local.asl.yaml")),
        ("only.asl.json", None),
        ("secret.asl.json", None),
        ("something/else.json", None),
    ];
    for (written, expected) in cases {
        assert_eq!(folder.suggestion(written).as_deref(), expected, "for {written:?}");
    }
}

#[test]
fn what_is_not_a_file_is_named() {
    let folder = Folder::new(&["workflows/order.asl.json"]);
    let error = folder.locate("workflows").unwrap_err();
    assert!(error.contains("  `workflows`: this is a folder\n"), "{error}");
    let error = folder.locate("workflows/order.asl.json/x").unwrap_err();
    assert!(error.contains("no such file"), "{error}");
    let error = folder.locate("a\0b").unwrap_err();
    assert!(error.contains("cannot be read"), "{error}");
    let error = folder.locate(&"x".repeat(1_000_000)).unwrap_err();
    assert!(error.contains("cannot be read"));
}

#[cfg(unix)]
#[test]
fn a_socket_is_not_opened() {
    let folder = Folder::new(&["workflows/order.asl.json"]);
    let _socket = std::os::unix::net::UnixListener::bind(folder.0.join("socket")).unwrap();
    let error = folder.locate("socket").unwrap_err();
    assert!(error.contains("this is not a regular file"), "{error}");
}

#[cfg(unix)]
#[test]
fn an_unreadable_file_is_no_near_miss_of_itself() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new(&["secret.asl.json"]);
    let file = folder.0.join("secret.asl.json");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o000)).unwrap();
    // The superuser may read anything.
    if let Err(error) = folder.locate("secret.asl.json") {
        assert!(error.contains("`secret.asl.json`: cannot be read: "), "{error}");
        assert!(!error.contains("did you mean"), "{error}");
    }
}

#[test]
fn without_a_calling_file_one_place_is_named() {
    let folder = Folder::new(&["workflows/order.asl.json"]);
    let error = locate("nothing", &folder.0, None).unwrap_err();
    assert_eq!(error.places.len(), 1);
    let error = locate("nothing", &folder.0, Some(&folder.0.join("build.rs"))).unwrap_err();
    assert_eq!(error.places.len(), 1);
}
