//! An expense that somebody has to approve: asked by token, reminded, and escalated.

use std::error::Error;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use sfn::{Answer, Callbacks, ErrorName, TaskContext, TaskError, TestClock, sfn};

use crate::stage::{Stage, after};

#[derive(Debug, Serialize, Deserialize)]
struct Expense {
    what: String,
    cents: u64,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
enum Role {
    Manager,
    Director,
}

/// What somebody answers.
#[derive(Debug, Serialize, Deserialize)]
enum Reply {
    Approved { by: String },
    Refused { by: String, reason: String },
    TooMuchForMe,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Paid {
    reference: String,
    approved_by: String,
}

#[derive(Debug, thiserror::Error, TaskError)]
enum PayError {
    #[error("the bank is closed")]
    BankClosed,
}

sfn! {
    /// Pays an expense that somebody approves.
    #[timeout(60d)]
    machine Approval(expense: Expense) -> Paid {
        tasks {
            /// Puts the expense into somebody's inbox. The answer comes by token.
            async fn ask(expense: &Expense, who: Role) -> Reply;
            async fn remind(expense: &Expense, reminders: u32);
            async fn pay(expense: &Expense) -> Result<String, PayError>;
        }
        start => Triage(expense);

        state Triage(expense: Expense) = choice {
            expense.cents < 5_000 => Pay(expense, "the rules"),
            _                     => AskManager(expense, 0),
        }
        #[timeout(2d)]
        state AskManager(expense: Expense, reminders: u32) = task callback ask(&expense, Role::Manager) {
            reply                  => Replied(expense, reply),
            catch "States.Timeout" => Silence(expense, reminders),
        }
        state Silence(expense: Expense, reminders: u32) = choice {
            reminders < 2 => Remind(expense, reminders + 1),
            _             => AskDirector(expense),
        }
        state Remind(expense: Expense, reminders: u32) =
            task remind(&expense, reminders) => AskManager(expense, reminders);
        #[timeout(5d)]
        state AskDirector(expense: Expense) = task callback ask(&expense, Role::Director) {
            reply                  => Replied(expense, reply),
            catch "States.Timeout" => Rejected("NotReviewed", "nobody has answered"),
        }
        state Replied(expense: Expense, reply: Reply) = match reply {
            Reply::Approved { by }        => Pay(expense, by),
            Reply::Refused { by, reason } => Rejected("Refused", format!("{by}: {reason}")),
            Reply::TooMuchForMe           => AskDirector(expense),
        }
        #[retry("BankClosed", interval = 6h, max_attempts = 8, backoff = 1)]
        state Pay(expense: Expense, by: String) = task pay(&expense) {
            reference => Done(Paid { reference, approved_by: by }),
        }
        state Done(paid: Paid) = succeed paid;
        state Rejected(error: ErrorName, cause: String) = fail(error, cause);
    }
}

/// Who is asked. What they say depends on what it costs, and how soon on what it is.
struct Office {
    callbacks: Callbacks,
    clock: TestClock,
}

impl ApprovalTasks for Office {
    async fn ask(
        &self,
        cx: &TaskContext<'_>,
        expense: &Expense,
        who: Role,
    ) -> Result<Answer<Reply>, TaskError> {
        let reply = match who {
            Role::Manager if expense.cents > 1_000_000 => Reply::TooMuchForMe,
            Role::Manager => Reply::Approved { by: "Ada".to_owned() },
            Role::Director => {
                Reply::Refused { by: "Charles".to_owned(), reason: "not this year".to_owned() }
            }
        };
        // Nobody reads about a mystery.
        if expense.what != "a mystery" {
            let (token, callbacks) = (cx.task_token(), self.callbacks.clone());
            after(&self.clock, Duration::from_secs(3 * 60 * 60), || async move {
                // The execution may have ended meanwhile.
                let _ = callbacks.succeed(&token, reply);
            });
        }
        Ok(Answer::Submitted)
    }

    async fn remind(&self, _: &TaskContext<'_>, _: &Expense, _: u32) {}

    async fn pay(&self, cx: &TaskContext<'_>, expense: &Expense) -> Result<String, PayError> {
        match expense.what.as_str() {
            "a chair" if cx.attempt() < 3 => Err(PayError::BankClosed),
            what => Ok(format!("transfer for {what}")),
        }
    }
}

pub(crate) async fn run() -> Result<(), Box<dyn Error>> {
    let stage = Stage::new("Approval: by token, with reminders and escalation")?;
    let office = Office { callbacks: stage.engine().callbacks().clone(), clock: stage.clock() };
    let flow = stage.engine().register(Approval, office);
    let expense = |what: &str, cents| Expense { what: what.to_owned(), cents };

    let paid = stage.play("a pencil needs no approval", &flow, expense("a pencil", 80)).await?;
    assert_eq!(paid.approved_by, "the rules");
    let paid =
        stage.play("a chair, while the bank is closed", &flow, expense("a chair", 20_000)).await?;
    assert_eq!(paid.approved_by, "Ada");
    let refused = stage.play("a yacht is too much", &flow, expense("a yacht", 90_000_000)).await;
    assert!(refused.is_err_and(|failed| failed.error() == "Refused"));
    let silent = stage.play("nobody answers", &flow, expense("a mystery", 20_000)).await;
    assert!(silent.is_err_and(|failed| failed.error() == "NotReviewed"));
    Ok(())
}
