//! A machine that `cargo xtask machine --dsl` has written: not to be edited.

use serde::{Deserialize, Serialize};
use sfn::{TaskError, sfn};

/// What is ordered.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Order {
    pub(crate) id: String,
    pub(crate) amount: i64,
    pub(crate) wait: bool,
    pub(crate) kind: String,
    pub(crate) vip: bool,
    pub(crate) customer: Customer,
}

/// Who ordered.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Customer {
    pub(crate) name: String,
}

/// What a task answers.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Answer {
    pub(crate) status: String,
    pub(crate) reference: String,
}

sfn! {
    pub(crate) machine Flow(order: Order) -> Answer {
        tasks {
            async fn task_1(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_2(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_3(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_4(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_5(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_6(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_7(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_8(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_9(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_10(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_11(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_12(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_13(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_14(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_15(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_16(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_17(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_18(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_19(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_20(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_21(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_22(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_23(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_24(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_25(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_26(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_27(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_28(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_29(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_30(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_31(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_32(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_33(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_34(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_35(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_36(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_37(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_38(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_39(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_40(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_41(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_42(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_43(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_44(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_45(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_46(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_47(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_48(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_49(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_50(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_51(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_52(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_53(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_54(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_55(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_56(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_57(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_58(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_59(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_60(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_61(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_62(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_63(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_64(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_65(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_66(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_67(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_68(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_69(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_70(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_71(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_72(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_73(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_74(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_75(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_76(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_77(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_78(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_79(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_80(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_81(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_82(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_83(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_84(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_85(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_86(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_87(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_88(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_89(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_90(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_91(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_92(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_93(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_94(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_95(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_96(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_97(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_98(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_99(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_100(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_101(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_102(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_103(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_104(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_105(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_106(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_107(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_108(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_109(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_110(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_111(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_112(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_113(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_114(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_115(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_116(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_117(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_118(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_119(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_120(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_121(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_122(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_123(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_124(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_125(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_126(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_127(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_128(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_129(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_130(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_131(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_132(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_133(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_134(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_135(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_136(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_137(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_138(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_139(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_140(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_141(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_142(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_143(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_144(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_145(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_146(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_147(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_148(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
            async fn task_149(order: &Order, last: &Answer) -> Result<Answer, TaskError>;
        }
        start => Start(order);
        state Start(order: Order) = choice {
            order.wait => Pause(order),
            _          => Step3(Answer::default(), order),
        }
        state Pause(order: Order) = wait 1h => Step3(Answer::default(), order);
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step3(last: Answer, order: Order) = task task_1(&order, &last) {
            answer => Step4(answer, order),
            catch "Declined" as e => Step5(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step4(last: Answer, order: Order) = task task_2(&order, &last) {
            answer => Step5(answer, order),
            catch "Declined" as e => Step6(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step5(last: Answer, order: Order) = task task_3(&order, &last) {
            answer => Step6(answer, order),
            catch "Declined" as e => Step7(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step6(last: Answer, order: Order) = task task_4(&order, &last) {
            answer => Step7(answer, order),
            catch "Declined" as e => Step8(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step7(last: Answer, order: Order) = task task_5(&order, &last) {
            answer => Step8(answer, order),
            catch "Declined" as e => Step9(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step8(last: Answer, order: Order) = task task_6(&order, &last) {
            answer => Step9(answer, order),
            catch "Declined" as e => Step10(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        state Step9(last: Answer, order: Order) = choice {
            last.status == "REFUSED" => Done(last, order),
            order.kind == "kind-9" && (order.amount > 1009 || order.vip)
                => Step11(last, order),
            _ => Step10(last, order),
        }
        state Step10(last: Answer, order: Order) = pass => Step11(Answer {
            status: last.status,
            reference: format!("order {} at step 10", order.id),
        }, order);
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step11(last: Answer, order: Order) = task task_7(&order, &last) {
            answer => Step12(answer, order),
            catch "Declined" as e => Step13(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step12(last: Answer, order: Order) = task task_8(&order, &last) {
            answer => Step13(answer, order),
            catch "Declined" as e => Step14(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step13(last: Answer, order: Order) = task task_9(&order, &last) {
            answer => Step14(answer, order),
            catch "Declined" as e => Step15(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step14(last: Answer, order: Order) = task task_10(&order, &last) {
            answer => Step15(answer, order),
            catch "Declined" as e => Step16(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step15(last: Answer, order: Order) = task task_11(&order, &last) {
            answer => Step16(answer, order),
            catch "Declined" as e => Step17(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step16(last: Answer, order: Order) = task task_12(&order, &last) {
            answer => Step17(answer, order),
            catch "Declined" as e => Step18(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        state Step17(last: Answer, order: Order) = choice {
            last.status == "REFUSED" => Done(last, order),
            order.kind == "kind-17" && (order.amount > 1017 || order.vip)
                => Step19(last, order),
            _ => Step18(last, order),
        }
        state Step18(last: Answer, order: Order) = pass => Step19(Answer {
            status: last.status,
            reference: format!("order {} at step 18", order.id),
        }, order);
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step19(last: Answer, order: Order) = task task_13(&order, &last) {
            answer => Step20(answer, order),
            catch "Declined" as e => Step21(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step20(last: Answer, order: Order) = task task_14(&order, &last) {
            answer => Step21(answer, order),
            catch "Declined" as e => Step22(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step21(last: Answer, order: Order) = task task_15(&order, &last) {
            answer => Step22(answer, order),
            catch "Declined" as e => Step23(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step22(last: Answer, order: Order) = task task_16(&order, &last) {
            answer => Step23(answer, order),
            catch "Declined" as e => Step24(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step23(last: Answer, order: Order) = task task_17(&order, &last) {
            answer => Step24(answer, order),
            catch "Declined" as e => Step25(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step24(last: Answer, order: Order) = task task_18(&order, &last) {
            answer => Step25(answer, order),
            catch "Declined" as e => Step26(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        state Step25(last: Answer, order: Order) = choice {
            last.status == "REFUSED" => Done(last, order),
            order.kind == "kind-25" && (order.amount > 1025 || order.vip)
                => Step27(last, order),
            _ => Step26(last, order),
        }
        state Step26(last: Answer, order: Order) = pass => Step27(Answer {
            status: last.status,
            reference: format!("order {} at step 26", order.id),
        }, order);
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step27(last: Answer, order: Order) = task task_19(&order, &last) {
            answer => Step28(answer, order),
            catch "Declined" as e => Step29(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step28(last: Answer, order: Order) = task task_20(&order, &last) {
            answer => Step29(answer, order),
            catch "Declined" as e => Step30(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step29(last: Answer, order: Order) = task task_21(&order, &last) {
            answer => Step30(answer, order),
            catch "Declined" as e => Step31(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step30(last: Answer, order: Order) = task task_22(&order, &last) {
            answer => Step31(answer, order),
            catch "Declined" as e => Step32(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step31(last: Answer, order: Order) = task task_23(&order, &last) {
            answer => Step32(answer, order),
            catch "Declined" as e => Step33(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step32(last: Answer, order: Order) = task task_24(&order, &last) {
            answer => Step33(answer, order),
            catch "Declined" as e => Step34(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        state Step33(last: Answer, order: Order) = choice {
            last.status == "REFUSED" => Done(last, order),
            order.kind == "kind-33" && (order.amount > 1033 || order.vip)
                => Step35(last, order),
            _ => Step34(last, order),
        }
        state Step34(last: Answer, order: Order) = pass => Step35(Answer {
            status: last.status,
            reference: format!("order {} at step 34", order.id),
        }, order);
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step35(last: Answer, order: Order) = task task_25(&order, &last) {
            answer => Step36(answer, order),
            catch "Declined" as e => Step37(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step36(last: Answer, order: Order) = task task_26(&order, &last) {
            answer => Step37(answer, order),
            catch "Declined" as e => Step38(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step37(last: Answer, order: Order) = task task_27(&order, &last) {
            answer => Step38(answer, order),
            catch "Declined" as e => Step39(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step38(last: Answer, order: Order) = task task_28(&order, &last) {
            answer => Step39(answer, order),
            catch "Declined" as e => Step40(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step39(last: Answer, order: Order) = task task_29(&order, &last) {
            answer => Step40(answer, order),
            catch "Declined" as e => Step41(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step40(last: Answer, order: Order) = task task_30(&order, &last) {
            answer => Step41(answer, order),
            catch "Declined" as e => Step42(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        state Step41(last: Answer, order: Order) = choice {
            last.status == "REFUSED" => Done(last, order),
            order.kind == "kind-41" && (order.amount > 1041 || order.vip)
                => Step43(last, order),
            _ => Step42(last, order),
        }
        state Step42(last: Answer, order: Order) = pass => Step43(Answer {
            status: last.status,
            reference: format!("order {} at step 42", order.id),
        }, order);
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step43(last: Answer, order: Order) = task task_31(&order, &last) {
            answer => Step44(answer, order),
            catch "Declined" as e => Step45(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step44(last: Answer, order: Order) = task task_32(&order, &last) {
            answer => Step45(answer, order),
            catch "Declined" as e => Step46(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step45(last: Answer, order: Order) = task task_33(&order, &last) {
            answer => Step46(answer, order),
            catch "Declined" as e => Step47(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step46(last: Answer, order: Order) = task task_34(&order, &last) {
            answer => Step47(answer, order),
            catch "Declined" as e => Step48(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step47(last: Answer, order: Order) = task task_35(&order, &last) {
            answer => Step48(answer, order),
            catch "Declined" as e => Step49(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step48(last: Answer, order: Order) = task task_36(&order, &last) {
            answer => Step49(answer, order),
            catch "Declined" as e => Step50(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        state Step49(last: Answer, order: Order) = choice {
            last.status == "REFUSED" => Done(last, order),
            order.kind == "kind-49" && (order.amount > 1049 || order.vip)
                => Step51(last, order),
            _ => Step50(last, order),
        }
        state Step50(last: Answer, order: Order) = pass => Step51(Answer {
            status: last.status,
            reference: format!("order {} at step 50", order.id),
        }, order);
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step51(last: Answer, order: Order) = task task_37(&order, &last) {
            answer => Step52(answer, order),
            catch "Declined" as e => Step53(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step52(last: Answer, order: Order) = task task_38(&order, &last) {
            answer => Step53(answer, order),
            catch "Declined" as e => Step54(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step53(last: Answer, order: Order) = task task_39(&order, &last) {
            answer => Step54(answer, order),
            catch "Declined" as e => Step55(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step54(last: Answer, order: Order) = task task_40(&order, &last) {
            answer => Step55(answer, order),
            catch "Declined" as e => Step56(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step55(last: Answer, order: Order) = task task_41(&order, &last) {
            answer => Step56(answer, order),
            catch "Declined" as e => Step57(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step56(last: Answer, order: Order) = task task_42(&order, &last) {
            answer => Step57(answer, order),
            catch "Declined" as e => Step58(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        state Step57(last: Answer, order: Order) = choice {
            last.status == "REFUSED" => Done(last, order),
            order.kind == "kind-57" && (order.amount > 1057 || order.vip)
                => Step59(last, order),
            _ => Step58(last, order),
        }
        state Step58(last: Answer, order: Order) = pass => Step59(Answer {
            status: last.status,
            reference: format!("order {} at step 58", order.id),
        }, order);
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step59(last: Answer, order: Order) = task task_43(&order, &last) {
            answer => Step60(answer, order),
            catch "Declined" as e => Step61(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step60(last: Answer, order: Order) = task task_44(&order, &last) {
            answer => Step61(answer, order),
            catch "Declined" as e => Step62(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step61(last: Answer, order: Order) = task task_45(&order, &last) {
            answer => Step62(answer, order),
            catch "Declined" as e => Step63(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step62(last: Answer, order: Order) = task task_46(&order, &last) {
            answer => Step63(answer, order),
            catch "Declined" as e => Step64(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step63(last: Answer, order: Order) = task task_47(&order, &last) {
            answer => Step64(answer, order),
            catch "Declined" as e => Step65(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step64(last: Answer, order: Order) = task task_48(&order, &last) {
            answer => Step65(answer, order),
            catch "Declined" as e => Step66(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        state Step65(last: Answer, order: Order) = choice {
            last.status == "REFUSED" => Done(last, order),
            order.kind == "kind-65" && (order.amount > 1065 || order.vip)
                => Step67(last, order),
            _ => Step66(last, order),
        }
        state Step66(last: Answer, order: Order) = pass => Step67(Answer {
            status: last.status,
            reference: format!("order {} at step 66", order.id),
        }, order);
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step67(last: Answer, order: Order) = task task_49(&order, &last) {
            answer => Step68(answer, order),
            catch "Declined" as e => Step69(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step68(last: Answer, order: Order) = task task_50(&order, &last) {
            answer => Step69(answer, order),
            catch "Declined" as e => Step70(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step69(last: Answer, order: Order) = task task_51(&order, &last) {
            answer => Step70(answer, order),
            catch "Declined" as e => Step71(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step70(last: Answer, order: Order) = task task_52(&order, &last) {
            answer => Step71(answer, order),
            catch "Declined" as e => Step72(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step71(last: Answer, order: Order) = task task_53(&order, &last) {
            answer => Step72(answer, order),
            catch "Declined" as e => Step73(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step72(last: Answer, order: Order) = task task_54(&order, &last) {
            answer => Step73(answer, order),
            catch "Declined" as e => Step74(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        state Step73(last: Answer, order: Order) = choice {
            last.status == "REFUSED" => Done(last, order),
            order.kind == "kind-73" && (order.amount > 1073 || order.vip)
                => Step75(last, order),
            _ => Step74(last, order),
        }
        state Step74(last: Answer, order: Order) = pass => Step75(Answer {
            status: last.status,
            reference: format!("order {} at step 74", order.id),
        }, order);
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step75(last: Answer, order: Order) = task task_55(&order, &last) {
            answer => Step76(answer, order),
            catch "Declined" as e => Step77(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step76(last: Answer, order: Order) = task task_56(&order, &last) {
            answer => Step77(answer, order),
            catch "Declined" as e => Step78(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step77(last: Answer, order: Order) = task task_57(&order, &last) {
            answer => Step78(answer, order),
            catch "Declined" as e => Step79(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step78(last: Answer, order: Order) = task task_58(&order, &last) {
            answer => Step79(answer, order),
            catch "Declined" as e => Step80(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step79(last: Answer, order: Order) = task task_59(&order, &last) {
            answer => Step80(answer, order),
            catch "Declined" as e => Step81(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step80(last: Answer, order: Order) = task task_60(&order, &last) {
            answer => Step81(answer, order),
            catch "Declined" as e => Step82(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        state Step81(last: Answer, order: Order) = choice {
            last.status == "REFUSED" => Done(last, order),
            order.kind == "kind-81" && (order.amount > 1081 || order.vip)
                => Step83(last, order),
            _ => Step82(last, order),
        }
        state Step82(last: Answer, order: Order) = pass => Step83(Answer {
            status: last.status,
            reference: format!("order {} at step 82", order.id),
        }, order);
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step83(last: Answer, order: Order) = task task_61(&order, &last) {
            answer => Step84(answer, order),
            catch "Declined" as e => Step85(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step84(last: Answer, order: Order) = task task_62(&order, &last) {
            answer => Step85(answer, order),
            catch "Declined" as e => Step86(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step85(last: Answer, order: Order) = task task_63(&order, &last) {
            answer => Step86(answer, order),
            catch "Declined" as e => Step87(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step86(last: Answer, order: Order) = task task_64(&order, &last) {
            answer => Step87(answer, order),
            catch "Declined" as e => Step88(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step87(last: Answer, order: Order) = task task_65(&order, &last) {
            answer => Step88(answer, order),
            catch "Declined" as e => Step89(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step88(last: Answer, order: Order) = task task_66(&order, &last) {
            answer => Step89(answer, order),
            catch "Declined" as e => Step90(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        state Step89(last: Answer, order: Order) = choice {
            last.status == "REFUSED" => Done(last, order),
            order.kind == "kind-89" && (order.amount > 1089 || order.vip)
                => Step91(last, order),
            _ => Step90(last, order),
        }
        state Step90(last: Answer, order: Order) = pass => Step91(Answer {
            status: last.status,
            reference: format!("order {} at step 90", order.id),
        }, order);
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step91(last: Answer, order: Order) = task task_67(&order, &last) {
            answer => Step92(answer, order),
            catch "Declined" as e => Step93(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step92(last: Answer, order: Order) = task task_68(&order, &last) {
            answer => Step93(answer, order),
            catch "Declined" as e => Step94(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step93(last: Answer, order: Order) = task task_69(&order, &last) {
            answer => Step94(answer, order),
            catch "Declined" as e => Step95(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step94(last: Answer, order: Order) = task task_70(&order, &last) {
            answer => Step95(answer, order),
            catch "Declined" as e => Step96(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step95(last: Answer, order: Order) = task task_71(&order, &last) {
            answer => Step96(answer, order),
            catch "Declined" as e => Step97(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step96(last: Answer, order: Order) = task task_72(&order, &last) {
            answer => Step97(answer, order),
            catch "Declined" as e => Step98(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        state Step97(last: Answer, order: Order) = choice {
            last.status == "REFUSED" => Done(last, order),
            order.kind == "kind-97" && (order.amount > 1097 || order.vip)
                => Step99(last, order),
            _ => Step98(last, order),
        }
        state Step98(last: Answer, order: Order) = pass => Step99(Answer {
            status: last.status,
            reference: format!("order {} at step 98", order.id),
        }, order);
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step99(last: Answer, order: Order) = task task_73(&order, &last) {
            answer => Step100(answer, order),
            catch "Declined" as e => Step101(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step100(last: Answer, order: Order) = task task_74(&order, &last) {
            answer => Step101(answer, order),
            catch "Declined" as e => Step102(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step101(last: Answer, order: Order) = task task_75(&order, &last) {
            answer => Step102(answer, order),
            catch "Declined" as e => Step103(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step102(last: Answer, order: Order) = task task_76(&order, &last) {
            answer => Step103(answer, order),
            catch "Declined" as e => Step104(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step103(last: Answer, order: Order) = task task_77(&order, &last) {
            answer => Step104(answer, order),
            catch "Declined" as e => Step105(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step104(last: Answer, order: Order) = task task_78(&order, &last) {
            answer => Step105(answer, order),
            catch "Declined" as e => Step106(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        state Step105(last: Answer, order: Order) = choice {
            last.status == "REFUSED" => Done(last, order),
            order.kind == "kind-105" && (order.amount > 1105 || order.vip)
                => Step107(last, order),
            _ => Step106(last, order),
        }
        state Step106(last: Answer, order: Order) = pass => Step107(Answer {
            status: last.status,
            reference: format!("order {} at step 106", order.id),
        }, order);
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step107(last: Answer, order: Order) = task task_79(&order, &last) {
            answer => Step108(answer, order),
            catch "Declined" as e => Step109(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step108(last: Answer, order: Order) = task task_80(&order, &last) {
            answer => Step109(answer, order),
            catch "Declined" as e => Step110(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step109(last: Answer, order: Order) = task task_81(&order, &last) {
            answer => Step110(answer, order),
            catch "Declined" as e => Step111(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step110(last: Answer, order: Order) = task task_82(&order, &last) {
            answer => Step111(answer, order),
            catch "Declined" as e => Step112(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step111(last: Answer, order: Order) = task task_83(&order, &last) {
            answer => Step112(answer, order),
            catch "Declined" as e => Step113(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step112(last: Answer, order: Order) = task task_84(&order, &last) {
            answer => Step113(answer, order),
            catch "Declined" as e => Step114(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        state Step113(last: Answer, order: Order) = choice {
            last.status == "REFUSED" => Done(last, order),
            order.kind == "kind-113" && (order.amount > 1113 || order.vip)
                => Step115(last, order),
            _ => Step114(last, order),
        }
        state Step114(last: Answer, order: Order) = pass => Step115(Answer {
            status: last.status,
            reference: format!("order {} at step 114", order.id),
        }, order);
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step115(last: Answer, order: Order) = task task_85(&order, &last) {
            answer => Step116(answer, order),
            catch "Declined" as e => Step117(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step116(last: Answer, order: Order) = task task_86(&order, &last) {
            answer => Step117(answer, order),
            catch "Declined" as e => Step118(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step117(last: Answer, order: Order) = task task_87(&order, &last) {
            answer => Step118(answer, order),
            catch "Declined" as e => Step119(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step118(last: Answer, order: Order) = task task_88(&order, &last) {
            answer => Step119(answer, order),
            catch "Declined" as e => Step120(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step119(last: Answer, order: Order) = task task_89(&order, &last) {
            answer => Step120(answer, order),
            catch "Declined" as e => Step121(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step120(last: Answer, order: Order) = task task_90(&order, &last) {
            answer => Step121(answer, order),
            catch "Declined" as e => Step122(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        state Step121(last: Answer, order: Order) = choice {
            last.status == "REFUSED" => Done(last, order),
            order.kind == "kind-121" && (order.amount > 1121 || order.vip)
                => Step123(last, order),
            _ => Step122(last, order),
        }
        state Step122(last: Answer, order: Order) = pass => Step123(Answer {
            status: last.status,
            reference: format!("order {} at step 122", order.id),
        }, order);
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step123(last: Answer, order: Order) = task task_91(&order, &last) {
            answer => Step124(answer, order),
            catch "Declined" as e => Step125(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step124(last: Answer, order: Order) = task task_92(&order, &last) {
            answer => Step125(answer, order),
            catch "Declined" as e => Step126(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step125(last: Answer, order: Order) = task task_93(&order, &last) {
            answer => Step126(answer, order),
            catch "Declined" as e => Step127(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step126(last: Answer, order: Order) = task task_94(&order, &last) {
            answer => Step127(answer, order),
            catch "Declined" as e => Step128(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step127(last: Answer, order: Order) = task task_95(&order, &last) {
            answer => Step128(answer, order),
            catch "Declined" as e => Step129(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step128(last: Answer, order: Order) = task task_96(&order, &last) {
            answer => Step129(answer, order),
            catch "Declined" as e => Step130(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        state Step129(last: Answer, order: Order) = choice {
            last.status == "REFUSED" => Done(last, order),
            order.kind == "kind-129" && (order.amount > 1129 || order.vip)
                => Step131(last, order),
            _ => Step130(last, order),
        }
        state Step130(last: Answer, order: Order) = pass => Step131(Answer {
            status: last.status,
            reference: format!("order {} at step 130", order.id),
        }, order);
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step131(last: Answer, order: Order) = task task_97(&order, &last) {
            answer => Step132(answer, order),
            catch "Declined" as e => Step133(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step132(last: Answer, order: Order) = task task_98(&order, &last) {
            answer => Step133(answer, order),
            catch "Declined" as e => Step134(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step133(last: Answer, order: Order) = task task_99(&order, &last) {
            answer => Step134(answer, order),
            catch "Declined" as e => Step135(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step134(last: Answer, order: Order) = task task_100(&order, &last) {
            answer => Step135(answer, order),
            catch "Declined" as e => Step136(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step135(last: Answer, order: Order) = task task_101(&order, &last) {
            answer => Step136(answer, order),
            catch "Declined" as e => Step137(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step136(last: Answer, order: Order) = task task_102(&order, &last) {
            answer => Step137(answer, order),
            catch "Declined" as e => Step138(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        state Step137(last: Answer, order: Order) = choice {
            last.status == "REFUSED" => Done(last, order),
            order.kind == "kind-137" && (order.amount > 1137 || order.vip)
                => Step139(last, order),
            _ => Step138(last, order),
        }
        state Step138(last: Answer, order: Order) = pass => Step139(Answer {
            status: last.status,
            reference: format!("order {} at step 138", order.id),
        }, order);
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step139(last: Answer, order: Order) = task task_103(&order, &last) {
            answer => Step140(answer, order),
            catch "Declined" as e => Step141(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step140(last: Answer, order: Order) = task task_104(&order, &last) {
            answer => Step141(answer, order),
            catch "Declined" as e => Step142(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step141(last: Answer, order: Order) = task task_105(&order, &last) {
            answer => Step142(answer, order),
            catch "Declined" as e => Step143(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step142(last: Answer, order: Order) = task task_106(&order, &last) {
            answer => Step143(answer, order),
            catch "Declined" as e => Step144(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step143(last: Answer, order: Order) = task task_107(&order, &last) {
            answer => Step144(answer, order),
            catch "Declined" as e => Step145(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step144(last: Answer, order: Order) = task task_108(&order, &last) {
            answer => Step145(answer, order),
            catch "Declined" as e => Step146(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        state Step145(last: Answer, order: Order) = choice {
            last.status == "REFUSED" => Done(last, order),
            order.kind == "kind-145" && (order.amount > 1145 || order.vip)
                => Step147(last, order),
            _ => Step146(last, order),
        }
        state Step146(last: Answer, order: Order) = pass => Step147(Answer {
            status: last.status,
            reference: format!("order {} at step 146", order.id),
        }, order);
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step147(last: Answer, order: Order) = task task_109(&order, &last) {
            answer => Step148(answer, order),
            catch "Declined" as e => Step149(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step148(last: Answer, order: Order) = task task_110(&order, &last) {
            answer => Step149(answer, order),
            catch "Declined" as e => Step150(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step149(last: Answer, order: Order) = task task_111(&order, &last) {
            answer => Step150(answer, order),
            catch "Declined" as e => Step151(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step150(last: Answer, order: Order) = task task_112(&order, &last) {
            answer => Step151(answer, order),
            catch "Declined" as e => Step152(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step151(last: Answer, order: Order) = task task_113(&order, &last) {
            answer => Step152(answer, order),
            catch "Declined" as e => Step153(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step152(last: Answer, order: Order) = task task_114(&order, &last) {
            answer => Step153(answer, order),
            catch "Declined" as e => Step154(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        state Step153(last: Answer, order: Order) = choice {
            last.status == "REFUSED" => Done(last, order),
            order.kind == "kind-153" && (order.amount > 1153 || order.vip)
                => Step155(last, order),
            _ => Step154(last, order),
        }
        state Step154(last: Answer, order: Order) = pass => Step155(Answer {
            status: last.status,
            reference: format!("order {} at step 154", order.id),
        }, order);
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step155(last: Answer, order: Order) = task task_115(&order, &last) {
            answer => Step156(answer, order),
            catch "Declined" as e => Step157(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step156(last: Answer, order: Order) = task task_116(&order, &last) {
            answer => Step157(answer, order),
            catch "Declined" as e => Step158(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step157(last: Answer, order: Order) = task task_117(&order, &last) {
            answer => Step158(answer, order),
            catch "Declined" as e => Step159(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step158(last: Answer, order: Order) = task task_118(&order, &last) {
            answer => Step159(answer, order),
            catch "Declined" as e => Step160(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step159(last: Answer, order: Order) = task task_119(&order, &last) {
            answer => Step160(answer, order),
            catch "Declined" as e => Step161(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step160(last: Answer, order: Order) = task task_120(&order, &last) {
            answer => Step161(answer, order),
            catch "Declined" as e => Step162(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        state Step161(last: Answer, order: Order) = choice {
            last.status == "REFUSED" => Done(last, order),
            order.kind == "kind-161" && (order.amount > 1161 || order.vip)
                => Step163(last, order),
            _ => Step162(last, order),
        }
        state Step162(last: Answer, order: Order) = pass => Step163(Answer {
            status: last.status,
            reference: format!("order {} at step 162", order.id),
        }, order);
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step163(last: Answer, order: Order) = task task_121(&order, &last) {
            answer => Step164(answer, order),
            catch "Declined" as e => Step165(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step164(last: Answer, order: Order) = task task_122(&order, &last) {
            answer => Step165(answer, order),
            catch "Declined" as e => Step166(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step165(last: Answer, order: Order) = task task_123(&order, &last) {
            answer => Step166(answer, order),
            catch "Declined" as e => Step167(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step166(last: Answer, order: Order) = task task_124(&order, &last) {
            answer => Step167(answer, order),
            catch "Declined" as e => Step168(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step167(last: Answer, order: Order) = task task_125(&order, &last) {
            answer => Step168(answer, order),
            catch "Declined" as e => Step169(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step168(last: Answer, order: Order) = task task_126(&order, &last) {
            answer => Step169(answer, order),
            catch "Declined" as e => Step170(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        state Step169(last: Answer, order: Order) = choice {
            last.status == "REFUSED" => Done(last, order),
            order.kind == "kind-169" && (order.amount > 1169 || order.vip)
                => Step171(last, order),
            _ => Step170(last, order),
        }
        state Step170(last: Answer, order: Order) = pass => Step171(Answer {
            status: last.status,
            reference: format!("order {} at step 170", order.id),
        }, order);
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step171(last: Answer, order: Order) = task task_127(&order, &last) {
            answer => Step172(answer, order),
            catch "Declined" as e => Step173(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step172(last: Answer, order: Order) = task task_128(&order, &last) {
            answer => Step173(answer, order),
            catch "Declined" as e => Step174(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step173(last: Answer, order: Order) = task task_129(&order, &last) {
            answer => Step174(answer, order),
            catch "Declined" as e => Step175(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step174(last: Answer, order: Order) = task task_130(&order, &last) {
            answer => Step175(answer, order),
            catch "Declined" as e => Step176(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step175(last: Answer, order: Order) = task task_131(&order, &last) {
            answer => Step176(answer, order),
            catch "Declined" as e => Step177(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step176(last: Answer, order: Order) = task task_132(&order, &last) {
            answer => Step177(answer, order),
            catch "Declined" as e => Step178(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        state Step177(last: Answer, order: Order) = choice {
            last.status == "REFUSED" => Done(last, order),
            order.kind == "kind-177" && (order.amount > 1177 || order.vip)
                => Step179(last, order),
            _ => Step178(last, order),
        }
        state Step178(last: Answer, order: Order) = pass => Step179(Answer {
            status: last.status,
            reference: format!("order {} at step 178", order.id),
        }, order);
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step179(last: Answer, order: Order) = task task_133(&order, &last) {
            answer => Step180(answer, order),
            catch "Declined" as e => Step181(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step180(last: Answer, order: Order) = task task_134(&order, &last) {
            answer => Step181(answer, order),
            catch "Declined" as e => Step182(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step181(last: Answer, order: Order) = task task_135(&order, &last) {
            answer => Step182(answer, order),
            catch "Declined" as e => Step183(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step182(last: Answer, order: Order) = task task_136(&order, &last) {
            answer => Step183(answer, order),
            catch "Declined" as e => Step184(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step183(last: Answer, order: Order) = task task_137(&order, &last) {
            answer => Step184(answer, order),
            catch "Declined" as e => Step185(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step184(last: Answer, order: Order) = task task_138(&order, &last) {
            answer => Step185(answer, order),
            catch "Declined" as e => Step186(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        state Step185(last: Answer, order: Order) = choice {
            last.status == "REFUSED" => Done(last, order),
            order.kind == "kind-185" && (order.amount > 1185 || order.vip)
                => Step187(last, order),
            _ => Step186(last, order),
        }
        state Step186(last: Answer, order: Order) = pass => Step187(Answer {
            status: last.status,
            reference: format!("order {} at step 186", order.id),
        }, order);
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step187(last: Answer, order: Order) = task task_139(&order, &last) {
            answer => Step188(answer, order),
            catch "Declined" as e => Step189(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step188(last: Answer, order: Order) = task task_140(&order, &last) {
            answer => Step189(answer, order),
            catch "Declined" as e => Step190(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step189(last: Answer, order: Order) = task task_141(&order, &last) {
            answer => Step190(answer, order),
            catch "Declined" as e => Step191(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step190(last: Answer, order: Order) = task task_142(&order, &last) {
            answer => Step191(answer, order),
            catch "Declined" as e => Step192(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step191(last: Answer, order: Order) = task task_143(&order, &last) {
            answer => Step192(answer, order),
            catch "Declined" as e => Step193(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step192(last: Answer, order: Order) = task task_144(&order, &last) {
            answer => Step193(answer, order),
            catch "Declined" as e => Step194(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        state Step193(last: Answer, order: Order) = choice {
            last.status == "REFUSED" => Done(last, order),
            order.kind == "kind-193" && (order.amount > 1193 || order.vip)
                => Step195(last, order),
            _ => Step194(last, order),
        }
        state Step194(last: Answer, order: Order) = pass => Step195(Answer {
            status: last.status,
            reference: format!("order {} at step 194", order.id),
        }, order);
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step195(last: Answer, order: Order) = task task_145(&order, &last) {
            answer => Step196(answer, order),
            catch "Declined" as e => Step197(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step196(last: Answer, order: Order) = task task_146(&order, &last) {
            answer => Step197(answer, order),
            catch "Declined" as e => Step198(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step197(last: Answer, order: Order) = task task_147(&order, &last) {
            answer => Step198(answer, order),
            catch "Declined" as e => Step199(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step198(last: Answer, order: Order) = task task_148(&order, &last) {
            answer => Step199(answer, order),
            catch "Declined" as e => Done(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        #[timeout(30s)]
        #[retry("Transient" | "States.Timeout", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step199(last: Answer, order: Order) = task task_149(&order, &last) {
            answer => Done(answer, order),
            catch "Declined" as e => Done(Answer {
                status: "DECLINED".to_owned(),
                reference: e.cause,
            }, order),
            catch _ as e => Done(Answer { status: e.error.into(), reference: e.cause }, order),
        }
        state Done(last: Answer, order: Order) =
            succeed Answer { status: last.status, reference: order.id };
    }
}
