//! A credit decision: three bureaus are asked at once, two of which have to answer, and a ladder of
//! rules decides, or a person.

use std::error::Error;

use serde::{Deserialize, Serialize};
use sfn::{Answer, Caught, ErrorName, TaskContext, TaskError, sfn};

use crate::stage::Stage;

#[derive(Debug, Serialize, Deserialize)]
struct Application {
    name: String,
    age: u32,
    income: u64,
    amount: u64,
}

/// What a bureau knows.
#[derive(Debug, Serialize, Deserialize)]
struct Report {
    score: u32,
    defaults: u32,
}

/// What the reports say together.
#[derive(Debug, Serialize, Deserialize)]
struct Credit {
    score: u32,
    defaults: u32,
}

#[derive(Debug, Serialize, Deserialize)]
enum Verdict {
    Granted { percent: f64 },
    Countered { amount: u64 },
    Denied { reason: String },
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Offer {
    amount: u64,
    percent: f64,
}

#[derive(Debug, thiserror::Error, TaskError)]
enum BureauError {
    #[error("nobody of that name")]
    Unknown,
    #[error("the line is busy")]
    Busy,
}

sfn! {
    /// Decides on a loan.
    machine Lend(application: Application) -> Offer {
        tasks {
            async fn north(name: &str) -> Result<Report, BureauError>;
            async fn south(name: &str) -> Result<Report, BureauError>;
            async fn west(name: &str) -> Result<Report, BureauError>;
            /// Has an underwriter decide.
            async fn underwrite(application: &Application, credit: &Credit) -> Verdict;
        }
        retry line = "Busy", interval = 2s, max_attempts = 2;
        start => Check(application);

        state Check(application: Application) = choice {
            application.age < 18    => Declined("NotOfAge", "minors get no loans"),
            application.amount == 0 => Declined("Nothing", "nothing is asked for"),
            _                       => Bureaus(application),
        }
        state Bureaus(application: Application) = parallel {
            #[retry(line)] #[timeout(10s)] North = try task north(&application.name),
            #[retry(line)] #[timeout(10s)] South = try task south(&application.name),
            #[retry(line)] #[timeout(10s)] West  = try task west(&application.name),
        } {
            (north, south, west) => Gathered(application, vec![north, south, west]),
        }
        state Gathered(application: Application, reports: Vec<Result<Report, Caught>>) =
            match credit(reports) {
                Some(credit) => Decide(application, credit),
                None         => Declined("NoRecord", "too few bureaus know the applicant"),
            }
        state Decide(application: Application, credit: Credit) = choice {
            credit.defaults > 0                            => Declined("Defaults", "earlier loans are open"),
            application.amount > application.income * 5    => Underwrite(application, credit),
            credit.score >= 720                            => Offer(application.amount, 3.9),
            credit.score >= 640 && application.amount < 50_000 => Offer(application.amount, 6.5),
            credit.score >= 560                            => Underwrite(application, credit),
            _                                              => Declined("Score", "the score is too low"),
        }
        #[timeout(5d)]
        state Underwrite(application: Application, credit: Credit) =
            task activity underwrite(&application, &credit) {
                verdict                => Underwritten(application.amount, verdict),
                catch "States.Timeout" => Declined("NotReviewed", "nobody has looked at it"),
            }
        state Underwritten(amount: u64, verdict: Verdict) = match verdict {
            Verdict::Granted { percent }                      => Offer(amount, percent),
            Verdict::Countered { amount: less } if less < amount => Offer(less, 8.0),
            Verdict::Countered { .. }                         => Offer(amount, 8.0),
            Verdict::Denied { reason }                        => Declined("Denied", reason),
        }
        state Offer(amount: u64, percent: f64) = succeed Offer { amount, percent };
        state Declined(error: ErrorName, cause: String) = fail(error, cause);
    }
}

/// What is known if at least two bureaus know something: the lowest score, all defaults.
fn credit(reports: Vec<Result<Report, Caught>>) -> Option<Credit> {
    let known: Vec<Report> = reports.into_iter().flatten().collect();
    let score = known.iter().map(|report| report.score).min().filter(|_| known.len() >= 2)?;
    Some(Credit { score, defaults: known.iter().map(|report| report.defaults).sum() })
}

/// The bureaus, and an underwriter.
struct Bank;

fn report(name: &str, score: u32) -> Result<Report, BureauError> {
    match name {
        "Nemo" => Err(BureauError::Unknown),
        "Lupin" => Ok(Report { score, defaults: 1 }),
        "Watson" => Ok(Report { score: score - 100, defaults: 0 }),
        _ => Ok(Report { score, defaults: 0 }),
    }
}

impl LendTasks for Bank {
    async fn north(&self, cx: &TaskContext<'_>, name: &str) -> Result<Report, BureauError> {
        if cx.attempt() == 1 { Err(BureauError::Busy) } else { report(name, 730) }
    }

    async fn south(&self, _: &TaskContext<'_>, name: &str) -> Result<Report, BureauError> {
        report(name, 745)
    }

    async fn west(&self, _: &TaskContext<'_>, _: &str) -> Result<Report, BureauError> {
        std::future::pending().await // it has been down for days
    }

    async fn underwrite(
        &self,
        _: &TaskContext<'_>,
        application: &Application,
        credit: &Credit,
    ) -> Result<Answer<Verdict>, TaskError> {
        Ok(Answer::Done(match credit.score {
            700.. => Verdict::Countered { amount: application.income * 5 },
            600.. => Verdict::Granted { percent: 7.25 },
            _ => Verdict::Denied { reason: "too risky".to_owned() },
        }))
    }
}

pub(crate) async fn run() -> Result<(), Box<dyn Error>> {
    let stage = Stage::new("Loan: bureaus at once, a ladder of rules, an underwriter")?;
    let flow = stage.engine().register(Lend, Bank);
    let application = |name: &str, age, amount| Application {
        name: name.to_owned(),
        age,
        income: 40_000,
        amount,
    };

    let offer = stage
        .play("a good score, one bureau down", &flow, application("Holmes", 41, 90_000))
        .await?;
    assert_eq!(offer, Offer { amount: 90_000, percent: 3.9 });
    let offer =
        stage.play("more than five incomes", &flow, application("Holmes", 41, 900_000)).await?;
    assert_eq!(offer, Offer { amount: 200_000, percent: 8.0 });
    let offer = stage.play("a middling score", &flow, application("Watson", 43, 90_000)).await?;
    assert_eq!(offer, Offer { amount: 90_000, percent: 7.25 });
    for (title, name, age, error) in [
        ("a minor", "Hudson", 17, "NotOfAge"),
        ("somebody with open loans", "Lupin", 35, "Defaults"),
        ("somebody whom nobody knows", "Nemo", 50, "NoRecord"),
    ] {
        let declined = stage.play(title, &flow, application(name, age, 10_000)).await;
        assert!(declined.is_err_and(|failed| failed.error() == error), "{title}");
    }
    Ok(())
}
