//! Random machines that are valid, and executions of them.
//!
//! The generator writes a machine from its first state on and knows at each a value that may be
//! the state's input, so that it can name paths that are there; now and then, by mistake, one that
//! is not. All it knows are examples: inputs and the answers of tasks vary.

mod choice;
mod data;
mod intrinsic;
mod path;
mod scene;
mod states;
mod template;
mod work;

use sfn_conformance::{Execution, MachineType, Trial, compile};

use self::scene::Scene;
use self::work::Work;
use super::random::Random;

/// States at most, about: larger machines take long to build.
const STATES: usize = 26;

struct Generator {
    random: Random,
    machine_type: MachineType,
    /// Names given to states so far.
    names: usize,
    /// Statements that may still be made of Parallels and Maps.
    left: usize,
    /// Mistakes in a thousand.
    mistakes: usize,
    /// States of a thousand of which several fields are wrong.
    muddled: usize,
    works: Vec<Work>,
}

/// A machine and this many executions of it. Also gives how many definitions were made that
/// turned out to be refused.
pub(super) fn trial(name: String, executions: usize, random: &mut Random) -> (Trial, usize) {
    let mut refused = 0;
    loop {
        let trial = attempt(name.clone(), executions, random.split());
        match compile(&trial) {
            Ok(_) => return (trial, refused),
            Err(_) => refused += 1,
        }
    }
}

fn attempt(name: String, executions: usize, mut random: Random) -> Trial {
    let input = data::document(&mut random);
    let machine_type =
        if random.percent(15) { MachineType::Express } else { MachineType::Standard };
    let mistakes = random.one_of(&[0, 1, 2, 8]);
    let mut executed = random.split();
    let mut generator = Generator {
        random,
        machine_type,
        names: 0,
        left: STATES,
        mistakes,
        muddled: mistakes * 5,
        works: Vec::new(),
    };
    let length = generator.random.between(4, 9);
    let (mut members, _) = generator.scope(Scene::new(&input), 0, length);
    members.insert("TimeoutSeconds", generator.random.one_of(&[40, 600, 600]));
    let executions = (0..executions).map(|_| execution(&input, &generator.works, &mut executed));
    let executions = executions.collect();
    Trial { name, machine_type, definition: members.into(), executions }
}

fn execution(input: &sfn::Value, works: &[Work], random: &mut Random) -> Execution {
    let broken = random.one_of(&[0, 0, 0, 1, 4]);
    let input = data::vary_members(input, broken, random);
    Execution { input, replies: work::replies(works, broken, random) }
}

impl Generator {
    /// Begins a state of which several fields may be wrong: which of them AWS tells is part of its
    /// behaviour. Gives the usual number of mistakes.
    fn muddle(&mut self) -> usize {
        let muddled = self.random.below(1000) < self.muddled;
        let usual = self.mistakes;
        if muddled {
            self.mistakes = 500;
        }
        usual
    }

    /// Whether something goes wrong here.
    fn mistake(&mut self) -> bool {
        self.random.below(1000) < self.mistakes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sfn_conformance::interpret_trial;

    fn trials(seed: u64, count: usize) -> Vec<Trial> {
        let mut random = Random::new(seed);
        (0..count).map(|n| trial(n.to_string(), 4, &mut random.split()).0).collect()
    }

    #[test]
    fn a_seed_makes_the_same_machines() {
        let text = |trials| serde_json::to_string::<Vec<Trial>>(&trials).unwrap();
        assert_eq!(text(trials(3, 5)), text(trials(3, 5)));
        assert_ne!(text(trials(3, 5)), text(trials(4, 5)));
    }

    #[test]
    fn executions_go_far() {
        let observed: Vec<_> =
            trials(1, 60).iter().flat_map(|trial| interpret_trial(trial).unwrap()).collect();
        let succeeded = observed.iter().filter(|observed| observed.succeeded).count();
        let events: usize = observed.iter().map(|observed| observed.events.len()).sum();
        assert!(succeeded * 5 > observed.len() * 2, "{succeeded} of {}", observed.len());
        assert!(events > observed.len() * 25, "{events} events");
    }
}
