//! A media pipeline: a film is encoded in all its sizes by a machine of its own, while thumbnails and
//! captions are made, without which it may do.

use std::error::Error;

use serde::{Deserialize, Serialize};
use sfn::{Answer, Caught, ErrorName, TaskContext, TaskError, sfn};

use crate::stage::Stage;

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Upload {
    name: String,
    heights: Vec<u32>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Probe {
    seconds: u32,
    height: u32,
}

/// What has to be encoded.
#[derive(Debug, Serialize, Deserialize)]
struct Order {
    name: String,
    seconds: u32,
    heights: Vec<u32>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Rendition {
    height: u32,
    seconds: u32,
}

#[derive(Debug, Serialize, Deserialize)]
struct Film {
    playlist: String,
    thumbnails: Vec<String>,
    captions: Option<String>,
}

#[derive(Debug, thiserror::Error, TaskError)]
enum ProbeError {
    #[error("{0} is no film")]
    NotAFilm(String),
}

#[derive(Debug, thiserror::Error, TaskError)]
enum EncodeError {
    #[error("an instance was taken away")]
    SpotInterrupted,
    #[error("frame {0} cannot be decoded")]
    BadFrame(u32),
}

sfn! {
    /// Encodes a film in several sizes.
    machine Encode(order: Order) -> Vec<Rendition> {
        tasks {
            #[resource("arn:aws:states:::batch:submitJob.sync")]
            async fn encode(name: &str, height: u32) -> Result<Rendition, EncodeError>;
        }
        start => Renditions(order);

        #[concurrency(2)]
        state Renditions(order: Order) = map height in &order.heights {
            #[timeout(2h)] #[retry("SpotInterrupted", interval = 30s, max_attempts = 5)]
            EncodeRendition = task job encode(&order.name, *height)
        } {
            renditions => Compare(order.seconds, renditions),
        }
        /// An encoder that has lost its end says nothing of it.
        state Compare(seconds: u32, renditions: Vec<Rendition>) = choice {
            renditions.iter().any(|rendition| rendition.seconds != seconds) => Cut,
            _ => Encoded(renditions),
        }
        state Encoded(renditions: Vec<Rendition>) = succeed renditions;
        state Cut = fail("Truncated", "a rendition is shorter than the film");
    }

    /// Makes of an upload what a player plays.
    machine Publish(upload: Upload) -> Film {
        tasks {
            async fn probe(upload: &Upload) -> Result<Probe, ProbeError>;
            async fn thumbnails(name: &str, seconds: u32) -> Result<Vec<String>, TaskError>;
            async fn captions(name: &str) -> Result<String, TaskError>;
            async fn discard(upload: &Upload);
        }
        start => Look(upload);

        state Look(upload: Upload) = task probe(&upload) {
            probe                   => Make(upload, probe),
            catch "NotAFilm" as e => Discard(upload, e.error, e.cause),
        }
        state Make(upload: Upload, probe: Probe) = parallel {
            Film       = machine Encode(encoding(&upload, &probe)),
            Thumbnails = try task thumbnails(&upload.name, probe.seconds),
            #[timeout(10m)]
            Captions   = try task captions(&upload.name),
        } {
            (renditions, thumbnails, captions) => Publish(upload.name, renditions, thumbnails, captions),
            catch _ as e => Discard(upload, e.error, e.cause),
        }
        state Publish(
            name: String,
            renditions: Vec<Rendition>,
            thumbnails: Result<Vec<String>, Caught>,
            captions: Result<String, Caught>,
        ) = succeed Film {
            playlist: playlist(&name, &renditions),
            thumbnails: thumbnails.unwrap_or_default(),
            captions: captions.ok(),
        };
        state Discard(upload: Upload, error: ErrorName, cause: String) =
            task discard(&upload) => Discarded(error, cause);
        state Discarded(error: ErrorName, cause: String) = fail(error, cause);
    }
}

/// Nothing is made larger than it is.
fn encoding(upload: &Upload, probe: &Probe) -> Order {
    let heights = upload.heights.iter().copied().filter(|height| *height <= probe.height).collect();
    Order { name: upload.name.clone(), seconds: probe.seconds, heights }
}

fn playlist(name: &str, renditions: &[Rendition]) -> String {
    let sizes: Vec<String> = renditions.iter().map(|r| format!("{}p", r.height)).collect();
    format!("{name} [{}]", sizes.join(", "))
}

/// A farm of encoders, and models that look and listen.
struct Farm;

impl EncodeTasks for Farm {
    async fn encode(
        &self,
        cx: &TaskContext<'_>,
        name: &str,
        height: u32,
    ) -> Result<Answer<Rendition>, EncodeError> {
        match (name, height) {
            ("scratched", 720) => Err(EncodeError::BadFrame(1_071)),
            (_, 1080) if cx.attempt() < 3 => Err(EncodeError::SpotInterrupted),
            _ => Ok(Answer::Done(Rendition { height, seconds: 5_400 })),
        }
    }
}

impl PublishTasks for Farm {
    async fn probe(&self, _: &TaskContext<'_>, upload: &Upload) -> Result<Probe, ProbeError> {
        match upload.name.as_str() {
            "letter.pdf" => Err(ProbeError::NotAFilm(upload.name.clone())),
            _ => Ok(Probe { seconds: 5_400, height: 1080 }),
        }
    }

    async fn thumbnails(
        &self,
        _: &TaskContext<'_>,
        name: &str,
        seconds: u32,
    ) -> Result<Vec<String>, TaskError> {
        Ok((0..seconds).step_by(1_800).map(|second| format!("{name}-{second}.jpg")).collect())
    }

    async fn captions(&self, _: &TaskContext<'_>, name: &str) -> Result<String, TaskError> {
        match name {
            // Nobody speaks, and the model listens on.
            "silent" => std::future::pending().await,
            name => Ok(format!("{name}.vtt")),
        }
    }

    async fn discard(&self, _: &TaskContext<'_>, _: &Upload) {}
}

pub(crate) async fn run() -> Result<(), Box<dyn Error>> {
    let stage = Stage::new("Media: jobs in a sub-machine beside what may fail")?;
    let flow = stage.engine().register(Publish, Farm);
    let upload = |name: &str| Upload { name: name.to_owned(), heights: vec![480, 720, 1080, 2160] };

    let film = stage.play("a film, on spot instances", &flow, upload("casablanca")).await?;
    assert_eq!(film.playlist, "casablanca [480p, 720p, 1080p]");
    let film = stage.play("a film without captions", &flow, upload("silent")).await?;
    assert_eq!((film.captions, film.thumbnails.len()), (None, 3));
    let failed = stage.play("a film that cannot be decoded", &flow, upload("scratched")).await;
    assert!(failed.is_err_and(|failed| failed.error() == "BadFrame"));
    let failed = stage.play("no film", &flow, upload("letter.pdf")).await;
    assert!(failed.is_err_and(|failed| failed.error() == "NotAFilm"));
    Ok(())
}
