//! Onboarding: an address that has to be confirmed, a trial that ends at a time, and mails on the way.

use std::error::Error;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use sfn::{Answer, Callbacks, TaskContext, TaskError, TestClock, sfn};

use crate::stage::{Stage, after};

#[derive(Debug, Serialize, Deserialize)]
struct User {
    name: String,
    address: String,
    /// When the trial ends.
    trial_ends: String,
}

/// What somebody has done in the trial.
#[derive(Debug, Serialize, Deserialize)]
enum Activity {
    Nothing,
    LookedAround,
    Working { projects: u32 },
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
enum Outcome {
    Customer { plan: String },
    Lapsed,
    Unconfirmed,
}

#[derive(Debug, thiserror::Error, TaskError)]
enum MailError {
    #[error("the mailbox is full")]
    MailboxFull,
    #[error("there is no such address")]
    NoSuchAddress,
}

sfn! {
    /// Accompanies somebody from the first mail to the end of the trial.
    #[timeout(90d)]
    machine Onboard(user: User) -> Outcome {
        tasks {
            async fn mail(user: &User, subject: &str) -> Result<(), MailError>;
            /// Mails a link, behind which somebody has to say yes.
            async fn confirm(user: &User) -> Result<(), MailError>;
            async fn activity(user: &User) -> Activity;
            async fn subscribe(user: &User, projects: u32) -> Result<String, TaskError>;
            async fn forget(user: &User);
        }
        retry later = "MailboxFull", interval = 1h, max_attempts = 5, max_delay = 12h;
        start => Confirm(user, 1);

        #[timeout(1d)] #[retry(later)]
        state Confirm(user: User, mails: u32) = task callback confirm(&user) {
            ()                     => Welcome(user),
            catch "States.Timeout" => Unconfirmed(user, mails),
            catch _                => Forget(user),
        }
        state Unconfirmed(user: User, mails: u32) = choice {
            mails < 3 => Confirm(user, mails + 1),
            _         => Forget(user),
        }
        #[retry(later)]
        state Welcome(user: User) = task mail(&user, "Welcome") {
            ()      => FirstDays(user),
            catch _ => FirstDays(user),
        }
        state FirstDays(user: User) = wait 3d => FirstLook(user);
        state FirstLook(user: User) = task activity(&user) { activity => Nudge(user, activity) }
        state Nudge(user: User, activity: Activity) = match activity {
            Activity::Nothing        => Remind(user, "Shall we show you around?"),
            Activity::LookedAround   => Remind(user, "Your first project in five minutes"),
            Activity::Working { .. } => Trial(user),
        }
        #[retry(later)]
        state Remind(user: User, subject: String) = task mail(&user, &subject) {
            ()      => Trial(user),
            catch _ => Trial(user),
        }
        state Trial(user: User) = wait until &user.trial_ends => LastLook(user);
        state LastLook(user: User) = task activity(&user) { activity => Decide(user, activity) }
        state Decide(user: User, activity: Activity) = match activity {
            Activity::Working { projects } => Subscribe(user, projects),
            _                              => Lapsed(user),
        }
        state Subscribe(user: User, projects: u32) = task subscribe(&user, projects) {
            plan         => Done(Outcome::Customer { plan }),
            catch _ => Lapsed(user),
        }
        #[retry(later)]
        state Lapsed(user: User) = task mail(&user, "We keep your data for a month") {
            ()      => Done(Outcome::Lapsed),
            catch _ => Done(Outcome::Lapsed),
        }
        state Forget(user: User) = task forget(&user) => Done(Outcome::Unconfirmed);
        state Done(outcome: Outcome) = succeed outcome;
    }
}

/// Mails, and people who read them or not.
struct Service {
    callbacks: Callbacks,
    clock: TestClock,
}

impl OnboardTasks for Service {
    async fn mail(&self, cx: &TaskContext<'_>, user: &User, _: &str) -> Result<(), MailError> {
        match user.name.as_str() {
            "Popular" if cx.attempt() < 3 => Err(MailError::MailboxFull),
            _ => Ok(()),
        }
    }

    async fn confirm(&self, cx: &TaskContext<'_>, user: &User) -> Result<Answer<()>, MailError> {
        let hours = match user.name.as_str() {
            _ if !user.address.contains('@') => return Err(MailError::NoSuchAddress),
            "Robot" => return Ok(Answer::Submitted),
            "Slow" => 30,
            _ => 2,
        };
        let (token, callbacks) = (cx.task_token(), self.callbacks.clone());
        after(&self.clock, Duration::from_secs(hours * 60 * 60), || async move {
            // A link that is too old does nothing.
            let _ = callbacks.succeed(&token, ());
        });
        Ok(Answer::Submitted)
    }

    async fn activity(&self, _: &TaskContext<'_>, user: &User) -> Activity {
        match user.name.as_str() {
            "Eager" => Activity::Working { projects: 4 },
            "Popular" => Activity::LookedAround,
            _ => Activity::Nothing,
        }
    }

    async fn subscribe(
        &self,
        _: &TaskContext<'_>,
        _: &User,
        projects: u32,
    ) -> Result<String, TaskError> {
        Ok(if projects > 3 { "team" } else { "solo" }.to_owned())
    }

    async fn forget(&self, _: &TaskContext<'_>, _: &User) {}
}

pub(crate) async fn run() -> Result<(), Box<dyn Error>> {
    let stage = Stage::new("Onboarding: timers, reminders, and a trial that ends")?;
    let service = Service { callbacks: stage.engine().callbacks().clone(), clock: stage.clock() };
    let flow = stage.engine().register(Onboard, service);
    let user = |name: &str, address: &str, ends: &str| User {
        name: name.to_owned(),
        address: address.to_owned(),
        trial_ends: format!("{ends}T09:00:00Z"),
    };

    let eager = user("Eager", "e@example.org", "2025-01-15");
    let outcome = stage.play("somebody who likes it", &flow, eager).await?;
    assert_eq!(outcome, Outcome::Customer { plan: "team".to_owned() });
    let popular = user("Popular", "p@example.org", "2025-02-10");
    let outcome = stage.play("somebody with a full mailbox", &flow, popular).await?;
    assert_eq!(outcome, Outcome::Lapsed);
    let robot = user("Robot", "r@example.org", "2025-03-01");
    let outcome = stage.play("somebody who never confirms", &flow, robot).await?;
    assert_eq!(outcome, Outcome::Unconfirmed);
    let outcome = stage.play("no address", &flow, user("Slip", "nowhere", "2025-03-01")).await?;
    assert_eq!(outcome, Outcome::Unconfirmed);
    Ok(())
}
