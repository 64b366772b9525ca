//! The machines that wait, of five states, Standard and Express, and of two hundred; one whose
//! children wait; and one whose children are nested.
//!
//! `cargo xtask machine 5`, `cargo xtask machine 200` and `cargo xtask machine 200 --dsl` print them.

#[rustfmt::skip]
pub(crate) mod dsl_200;

use std::future::pending;
use std::sync::atomic::{AtomicUsize, Ordering};

use sfn::{TaskContext, TaskError, Value, sfn};

use self::dsl_200::{Answer, FlowTasks, Order};

/// Handlers that never answer.
pub(crate) struct Never;

/// The methods of [`Never`].
macro_rules! never {
    ($($task:ident)*) => {
        $(async fn $task(&self, _: &TaskContext<'_>, _: &Value) -> Result<Value, TaskError> {
            pending().await
        })*
    };
}

sfn! { pub(crate) machine Standard5 from "src/bin/memory/machines/5-states.asl.json"; }
sfn! { #[express] pub(crate) machine Express5 from "src/bin/memory/machines/5-states.asl.json"; }
sfn! { pub(crate) machine Standard200 from "src/bin/memory/machines/200-states.asl.json"; }

sfn! { #[express] pub(crate) machine Children from "src/bin/memory/machines/children.asl.json"; }
sfn! { pub(crate) machine Parallels20 from "src/bin/memory/machines/20-parallels.asl.json"; }

impl ChildrenTasks for Never {
    never! { ask }
}

/// Notes where its stack is.
pub(crate) struct Depth(pub(crate) AtomicUsize);

impl Parallels20Tasks for Depth {
    async fn ask(&self, _: &TaskContext<'_>, _: &Value) -> Result<Value, TaskError> {
        self.0.store(here(), Ordering::Relaxed);
        Ok(Value::Null)
    }
}

/// Where the stack is.
#[inline(never)]
pub(crate) fn here() -> usize {
    let local = 0;
    std::ptr::from_ref(std::hint::black_box(&local)).addr()
}

impl Standard5Tasks for Never {
    never! { task_1 task_2 }
}

impl Express5Tasks for Never {
    never! { task_1 task_2 }
}

/// Calls a macro with all tasks of the machines of two hundred states.
macro_rules! tasks_of_200 {
    ($make:ident) => {
        $make! {
            task_1 task_2 task_3 task_4 task_5 task_6 task_7 task_8 task_9 task_10 task_11 task_12
            task_13 task_14 task_15 task_16 task_17 task_18 task_19 task_20 task_21 task_22 task_23
            task_24 task_25 task_26 task_27 task_28 task_29 task_30 task_31 task_32 task_33 task_34
            task_35 task_36 task_37 task_38 task_39 task_40 task_41 task_42 task_43 task_44 task_45
            task_46 task_47 task_48 task_49 task_50 task_51 task_52 task_53 task_54 task_55 task_56
            task_57 task_58 task_59 task_60 task_61 task_62 task_63 task_64 task_65 task_66 task_67
            task_68 task_69 task_70 task_71 task_72 task_73 task_74 task_75 task_76 task_77 task_78
            task_79 task_80 task_81 task_82 task_83 task_84 task_85 task_86 task_87 task_88 task_89
            task_90 task_91 task_92 task_93 task_94 task_95 task_96 task_97 task_98 task_99 task_100
            task_101 task_102 task_103 task_104 task_105 task_106 task_107 task_108 task_109 task_110
            task_111 task_112 task_113 task_114 task_115 task_116 task_117 task_118 task_119 task_120
            task_121 task_122 task_123 task_124 task_125 task_126 task_127 task_128 task_129 task_130
            task_131 task_132 task_133 task_134 task_135 task_136 task_137 task_138 task_139 task_140
            task_141 task_142 task_143 task_144 task_145 task_146 task_147 task_148 task_149
        }
    };
}

impl Standard200Tasks for Never {
    tasks_of_200! { never }
}

/// The methods of [`Never`] for the machine in the DSL.
macro_rules! never_typed {
    ($($task:ident)*) => {
        $(async fn $task(
            &self,
            _: &TaskContext<'_>,
            _: &Order,
            _: &Answer,
        ) -> Result<Answer, TaskError> {
            pending().await
        })*
    };
}

impl FlowTasks for Never {
    tasks_of_200! { never_typed }
}
