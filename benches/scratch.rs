#![allow(missing_docs, dead_code, clippy::all, unreachable_pub, unused)]
mod native;
#[path = "../tests/expanded/w2_typed.rs"]
mod w2_typed;
use std::hint::black_box;
use std::time::Instant;
use sfn::*;
use w2_typed::*;

sfn! { pub machine W1 from "benches/workflows/w1.asl.json"; }
sfn! { pub machine W2 from "benches/workflows/w2.asl.json"; }
struct V;
impl W2Tasks for V {
    async fn validate(&self, _: &TaskContext<'_>, x: &Value) -> Result<Value, TaskError> {
        Ok(json!({"ok": true, "id": (x.get("id").cloned())}))
    }
    async fn charge(&self, _: &TaskContext<'_>, x: &Value) -> Result<Value, TaskError> {
        if x.get("amount").and_then(|a| a.as_f64()).unwrap() < 0.0 { return Err(TaskError::new("CardDeclined", "card declined")); }
        let mut reference = String::from("ch-");
        reference.push_str(x.get("orderId").unwrap().as_str().unwrap());
        Ok(json!({"status": "OK", "ref": reference, "raw": {"amount": (x.get("amount").cloned())}}))
    }
    async fn ship(&self, _: &TaskContext<'_>, x: &Value) -> Result<Value, TaskError> {
        let mut reference = String::from("t-");
        reference.push_str(x.get("id").unwrap().as_str().unwrap());
        Ok(json!({"tracking": reference}))
    }
}
struct N;
impl W1Tasks for N {}
struct H;
impl TypedW2Tasks for H {
    async fn validate(&self, _: &TaskContext<'_>, order: &Order) -> Result<Validation, TaskError> {
        Ok(Validation { ok: true, id: order.id.clone() })
    }
    async fn charge(&self, _: &TaskContext<'_>, order: &Order) -> Result<Charge, TaskError> {
        if order.amount < 0 { return Err(TaskError::new("CardDeclined", "card declined")); }
        let mut reference = String::from("ch-");
        reference.push_str(&order.id);
        Ok(Charge { status: "OK".into(), reference })
    }
    async fn ship(&self, _: &TaskContext<'_>, order: &Order) -> Result<Shipment, TaskError> {
        let mut tracking = String::from("t-");
        tracking.push_str(&order.id);
        Ok(Shipment { tracking })
    }
}
fn time(name: &str, mut f: impl FnMut(u64)) -> f64 {
    f(20000);
    let mut best = f64::MAX;
    for _ in 0..15 { let t = Instant::now(); f(50000); best = best.min(t.elapsed().as_nanos() as f64 / 50000.0); }
    println!("{name:30} {best:8.1} ns"); best
}
fn main() {
    let rt = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let order = Order { id: "o-1001".into(), customer: "c-7".into(), amount: 250, items: vec!["a".into(), "b".into()] };
    let flow = Engine::new().register(TypedW2, H);
    let nh = native::typed::Handlers;
    println!("future size run {}", std::mem::size_of_val(&flow.run(order.clone())));
    println!("frame {}", std::mem::size_of::<TypedW2Frame>());
    if let Ok(n) = std::env::var("ONLY") { if n.starts_with("w") { 
    let count: u64 = std::env::var("COUNT").unwrap().parse().unwrap();
    let read = |n: &str| std::fs::read(format!("benches/workflows/{n}")).unwrap();
    let w1 = Engine::new().register(W1, N);
    let w2 = Engine::new().register(W2, V);
    let sv = |n: &str| serde_json::from_slice::<serde_json::Value>(&read(n)).unwrap();
    let av = |n: &str| Value::from_json(&read(n)).unwrap();
    let nv = native::value::Handlers;
    let (s1, a1) = (sv("w1.input.json"), av("w1.input.json"));
    let (s2, a2) = (sv("w2.input.json"), av("w2.input.json"));
    let (s2c, a2c) = (sv("w2c.input.json"), av("w2c.input.json"));
    rt.block_on(async { for _ in 0..count { match n.as_str() {
      "w1n" => { black_box(native::value::w1(black_box(&s1).clone()).await.unwrap()); }
      "w2n" => { black_box(native::value::w2(&nv, black_box(&s2).clone()).await.unwrap()); }
      "w2cn" => { black_box(native::value::w2(&nv, black_box(&s2c).clone()).await.unwrap()); }
      "w2cc" => { black_box(w2.run(black_box(&a2c).clone()).await.unwrap()); }
      "w1c" => { black_box(w1.run(black_box(&a1).clone()).await.unwrap()); }
      _ => { black_box(w2.run(black_box(&a2).clone()).await.unwrap()); }
    } } });
    return; } }
    if let Ok(n) = std::env::var("ONLY") {
        let count: u64 = std::env::var("COUNT").unwrap().parse().unwrap();
        rt.block_on(async { for _ in 0..count { if n == "native" { black_box(native::typed::w2(&nh, black_box(&order).clone()).await.unwrap()); } else { black_box(flow.run(black_box(&order).clone()).await.unwrap()); } } });
        return;
    }
    let read = |n: &str| std::fs::read(format!("benches/workflows/{n}")).unwrap();
    let w1 = Engine::new().register(W1, N);
    let w2 = Engine::new().register(W2, V);
    for (c, i) in [("w1","w1"),("w2","w2"),("w2","w2c")] {
        let input = Value::from_json(&read(&format!("{i}.input.json"))).unwrap();
        let want = Value::from_json(&read(&format!("{i}.expected.json"))).unwrap();
        let got = if c == "w1" { rt.block_on(w1.run(input)) } else { rt.block_on(w2.run(input)) }.unwrap().output;
        assert_eq!(got, want);
    }
    let sv = |n: &str| serde_json::from_slice::<serde_json::Value>(&read(n)).unwrap();
    let av = |n: &str| Value::from_json(&read(n)).unwrap();
    let nv = native::value::Handlers;
    macro_rules! pair { ($name:expr, $native:expr, $compiled:expr) => {{
        let a = time(concat!($name, " native"), |n| rt.block_on(async { for _ in 0..n { black_box($native.await.unwrap()); } }));
        let b = time(concat!($name, " compiled"), |n| rt.block_on(async { for _ in 0..n { black_box($compiled.await.unwrap()); } }));
        println!("ratio {:.3}", b / a);
    }} }
    let (s1, a1) = (sv("w1.input.json"), av("w1.input.json"));
    let (s2, a2) = (sv("w2.input.json"), av("w2.input.json"));
    let (s2c, a2c) = (sv("w2c.input.json"), av("w2c.input.json"));
    pair!("W1", native::value::w1(black_box(&s1).clone()), w1.run(black_box(&a1).clone()));
    pair!("W2", native::value::w2(&nv, black_box(&s2).clone()), w2.run(black_box(&a2).clone()));
    pair!("W2c", native::value::w2(&nv, black_box(&s2c).clone()), w2.run(black_box(&a2c).clone()));
    let a = time("typed W2 native", |n| rt.block_on(async { for _ in 0..n { black_box(native::typed::w2(&nh, black_box(&order).clone()).await.unwrap()); } }));
    let b = time("typed W2 expanded", |n| rt.block_on(async { for _ in 0..n { black_box(flow.run(black_box(&order).clone()).await.unwrap()); } }));
    println!("ratio {:.3}", b / a);
}
