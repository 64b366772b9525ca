//! `cargo xtask aws-shapes`: writes the models of AWS's services for the crate `asl-aws`, as its
//! modules `archive` and `model` read them, of those of botocore.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::fs;
use std::io::{Read, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::Args;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::DeflateEncoder;
use serde::Deserialize;

/// Write what AWS's services answer, of the service models of botocore
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The package botocore, unpacked: the folder that has `data`.
    botocore: PathBuf,
    /// Where to write.
    #[arg(long, default_value = "asl-aws/data/shapes.bin")]
    out: PathBuf,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let mut services = BTreeMap::new();
    for folder in folders(&arguments.botocore.join("data"))? {
        let Some(file) = newest_model(&folder)? else { continue };
        let model = read(&file).with_context(|| file.display().to_string())?;
        let name = service_name(&model.metadata.service_id);
        let compressed = compress(&text(&model)?)?;
        // One is there under two names.
        match services.insert(name.clone(), compressed.clone()) {
            Some(other) if other != compressed => bail!("two services are called {name}"),
            _ => {}
        }
    }
    let file = archive(&services)?;
    println!("{} services, {} bytes", services.len(), file.len());
    fs::write(&arguments.out, file).with_context(|| arguments.out.display().to_string())
}

/// A service's model, of which the answers are kept.
#[derive(Debug, Deserialize)]
struct Model {
    metadata: Metadata,
    operations: BTreeMap<String, Operation>,
    shapes: BTreeMap<String, Shape>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Metadata {
    service_id: String,
}

#[derive(Debug, Deserialize)]
struct Operation {
    output: Option<Reference>,
}

#[derive(Debug, Deserialize)]
struct Reference {
    shape: String,
}

#[derive(Debug, Deserialize)]
struct Shape {
    r#type: String,
    #[serde(default)]
    document: bool,
    #[serde(default)]
    members: BTreeMap<String, Reference>,
    #[serde(default)]
    required: Vec<String>,
    #[serde(default, rename = "enum")]
    values: Vec<String>,
    member: Option<Reference>,
    value: Option<Reference>,
    min: Option<f64>,
    max: Option<f64>,
}

fn folders(path: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(path).with_context(|| path.display().to_string())?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    paths.retain(|path| path.is_dir());
    paths.sort();
    Ok(paths)
}

/// Of the versions of an interface, whose names are dates, the newest.
fn newest_model(service: &Path) -> Result<Option<PathBuf>> {
    let mut models = folders(service)?.into_iter().map(|folder| folder.join("service-2.json.gz"));
    Ok(models.rfind(|file| file.exists()))
}

fn read(file: &Path) -> Result<Model> {
    let mut text = String::new();
    GzDecoder::new(fs::File::open(file)?).read_to_string(&mut text)?;
    Ok(serde_json::from_str(&text)?)
}

/// The name of a service in `aws-sdk` integrations: that of its package in the AWS SDK for Java 2.
fn service_name(id: &str) -> String {
    let name: String = id.chars().filter(char::is_ascii_alphanumeric).collect();
    let name = name.to_ascii_lowercase();
    let name = name.strip_prefix("amazon").or(name.strip_prefix("aws")).unwrap_or(&name);
    name.strip_suffix("service").unwrap_or(name).to_owned()
}

/// The text of a model, with the shapes of answers alone.
fn text(model: &Model) -> Result<String> {
    let mut numbers = Numbers::default();
    let mut text = String::new();
    for (name, operation) in &model.operations {
        if let Some(output) = &operation.output {
            writeln!(text, "{name} {}", numbers.of(output))?;
        }
    }
    text.push('\n');
    // Each line may ask for numbers of further shapes.
    let mut next = 0;
    while let Some(name) = numbers.order.get(next).cloned() {
        let shape = model.shapes.get(&name).with_context(|| format!("no shape {name}"))?;
        let line = line(shape, &mut numbers).with_context(|| name)?;
        writeln!(text, "{line}")?;
        next += 1;
    }
    Ok(text)
}

/// The shapes that were asked for, counted from 0.
#[derive(Default)]
struct Numbers {
    order: Vec<String>,
    numbers: HashMap<String, usize>,
}

impl Numbers {
    fn of(&mut self, reference: &Reference) -> usize {
        *self.numbers.entry(reference.shape.clone()).or_insert_with(|| {
            self.order.push(reference.shape.clone());
            self.order.len() - 1
        })
    }
}

fn line(shape: &Shape, numbers: &mut Numbers) -> Result<String> {
    let inner = |reference: &Option<Reference>, numbers: &mut Numbers| {
        reference.as_ref().map(|inner| numbers.of(inner)).context("nothing inside")
    };
    let bounds = bounds(shape);
    Ok(match shape.r#type.as_str() {
        "structure" if shape.document => "j".to_owned(),
        "structure" => structure(shape, numbers),
        "list" => format!("l {}{bounds}", inner(&shape.member, numbers)?),
        "map" => format!("m {}{bounds}", inner(&shape.value, numbers)?),
        "string" if shape.values.is_empty() => format!("t{bounds}"),
        "string" => format!("e\t{}", shape.values.join("\t")),
        "blob" => format!("x{bounds}"),
        "integer" | "long" | "float" | "double" => format!("n{bounds}"),
        "boolean" => "b".to_owned(),
        "timestamp" => "d".to_owned(),
        other => bail!("a shape of type {other}"),
    })
}

fn structure(shape: &Shape, numbers: &mut Numbers) -> String {
    let mut line = "s".to_owned();
    // Required ones first, in their order, which is that of the check.
    let required = shape.required.iter().filter_map(|name| Some((name, shape.members.get(name)?)));
    let optional = shape.members.iter().filter(|(name, _)| !shape.required.contains(name));
    for (name, reference) in required
        .map(|(name, member)| (format!("{name}!"), member))
        .chain(optional.map(|(name, member)| (name.clone(), member)))
    {
        line.push_str(&format!(" {name} {}", numbers.of(reference)));
    }
    line
}

fn bounds(shape: &Shape) -> String {
    let text = |bound: Option<f64>| bound.map(|bound| bound.to_string()).unwrap_or_default();
    match (shape.min, shape.max) {
        (None, None) => String::new(),
        (least, most) => format!(" {}..{}", text(least), text(most)),
    }
}

fn compress(text: &str) -> Result<Vec<u8>> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(text.as_bytes())?;
    Ok(encoder.finish()?)
}

/// Index and models in one file.
fn archive(services: &BTreeMap<String, Vec<u8>>) -> Result<Vec<u8>> {
    let (mut index, mut models) = (String::new(), Vec::new());
    for (name, model) in services {
        writeln!(index, "{name} {} {}", models.len(), model.len())?;
        models.extend_from_slice(model);
    }
    let length = u32::try_from(index.len())?;
    Ok([&length.to_le_bytes(), index.as_bytes(), &models].concat())
}

#[cfg(test)]
mod tests {
    #[test]
    fn services_are_named_as_in_the_sdk_for_java() {
        for (id, name) in [
            ("SFN", "sfn"),
            ("Config Service", "config"),
            ("Database Migration Service", "databasemigration"),
            ("Elastic Load Balancing v2", "elasticloadbalancingv2"),
            ("Service Quotas", "servicequotas"),
        ] {
            assert_eq!(super::service_name(id), name);
        }
    }
}
