//! Over `serde_json::Value`: state by state, each document as the definition says it is, nothing
//! moved that a later state may read.

use serde_json::{Map, Value, json};

use super::{Error, error, with_retry};

fn object(value: &mut Value) -> &mut Map<String, Value> {
    value.as_object_mut().expect("an object")
}

fn number(value: &Value) -> f64 {
    value.as_f64().expect("a number")
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a string")
}

/// Eight states without a task.
pub async fn w1(mut input: Value) -> Result<Value, Error> {
    // Init
    object(&mut input).insert("cfg".into(), json!({"tax": 25, "threshold": 100}));
    // Route
    if input["kind"].as_str() == Some("refund") {
        return Err(error("Refund", "refund"));
    } else if input["vip"].as_bool() == Some(true) && number(&input["amount"]) < 100.0 {
        return Err(error("Gift", "gift"));
    } else if number(&input["amount"]) <= 200.0 {
        return Err(error("Reject", "reject"));
    }
    // Shape
    let mut order = Map::new();
    order.insert("id".into(), input["id"].clone());
    order.insert("total".into(), input["amount"].clone());
    order.insert("tax".into(), input["cfg"]["tax"].clone());
    order.insert("channel".into(), Value::String("web".into()));
    object(&mut input).insert("order".into(), Value::Object(order));
    // Check
    let total = number(&input["order"]["total"]);
    if total >= 1000.0 || total < number(&input["cfg"]["threshold"]) {
        return Err(error("Reject", "reject"));
    }
    // Calc
    let order = &input["order"];
    let label = format!("order {} total {}", text(&order["id"]), order["total"]);
    let sum =
        order["total"].as_i64().expect("an integer") + order["tax"].as_i64().expect("an integer");
    let mut calc = Map::new();
    calc.insert("label".into(), Value::String(label));
    calc.insert("sum".into(), Value::from(sum));
    object(&mut input).insert("calc".into(), Value::Object(calc));
    // Flag
    let sum = input["calc"]["sum"].clone();
    object(&mut input["order"]).insert("grand".into(), sum);
    // Project
    let mut output = Map::new();
    output.insert("id".into(), input["order"]["id"].clone());
    output.insert("label".into(), input["calc"]["label"].clone());
    output.insert("grand".into(), input["order"]["grand"].clone());
    let tags = vec![input["kind"].clone(), input["order"]["channel"].clone()];
    output.insert("tags".into(), Value::Array(tags));
    Ok(Value::Object(output))
}

/// The handlers of W2.
pub struct Handlers;

impl Handlers {
    async fn validate(&self, input: &Value) -> Result<Value, Error> {
        Ok(json!({"ok": true, "id": input["id"]}))
    }

    async fn charge(&self, input: &Value) -> Result<Value, Error> {
        if number(&input["amount"]) < 0.0 {
            return Err(error("CardDeclined", "card declined"));
        }
        let mut reference = String::from("ch-");
        reference.push_str(text(&input["orderId"]));
        Ok(json!({"status": "OK", "ref": reference, "raw": {"amount": input["amount"]}}))
    }

    async fn ship(&self, input: &Value) -> Result<Value, Error> {
        let mut tracking = String::from("t-");
        tracking.push_str(text(&input["id"]));
        Ok(json!({"tracking": tracking}))
    }
}

fn compensate(input: &Value, error: Error) -> Value {
    let mut output = Map::new();
    output.insert("id".into(), input["id"].clone());
    output.insert("refused".into(), Value::Bool(true));
    output.insert("error".into(), Value::String(error.0));
    Value::Object(output)
}

/// Three tasks with retries and catchers, and a choice.
pub async fn w2(handlers: &Handlers, mut input: Value) -> Result<Value, Error> {
    match with_retry!(handlers.validate(&input)) {
        Ok(result) => object(&mut input).insert("validation".into(), result),
        Err(error) => return Ok(compensate(&input, error)),
    };
    let mut request = Map::new();
    request.insert("orderId".into(), input["id"].clone());
    request.insert("amount".into(), input["amount"].clone());
    let request = Value::Object(request);
    match with_retry!(handlers.charge(&request)) {
        Ok(result) => {
            let mut charge = Map::new();
            charge.insert("status".into(), result["status"].clone());
            charge.insert("ref".into(), result["ref"].clone());
            object(&mut input).insert("charge".into(), Value::Object(charge));
        }
        Err(error) => return Ok(compensate(&input, error)),
    }
    if input["charge"]["status"].as_str() != Some("OK") {
        return Ok(input);
    }
    match with_retry!(handlers.ship(&input)) {
        Ok(result) => object(&mut input).insert("shipment".into(), result),
        Err(error) => return Ok(compensate(&input, error)),
    };
    Ok(input)
}

/// The line of one item.
async fn line(item: Value) -> Value {
    let mut line = Map::new();
    line.insert("sku".into(), item["sku"].clone());
    line.insert("qty".into(), item["qty"].clone());
    let total =
        item["price"].as_i64().expect("an integer") + item["qty"].as_i64().expect("an integer");
    line.insert("total".into(), Value::from(total));
    line.insert("meta".into(), json!({"name": item["name"], "source": "w3"}));
    Value::Object(line)
}

/// A line for each of a hundred items, then two branches.
pub async fn w3(mut input: Value) -> Result<Value, Error> {
    let items = input["items"].as_array().expect("an array");
    let mut lines = Vec::with_capacity(items.len());
    for item in items {
        lines.push(line(item.clone()).await);
    }
    object(&mut input).insert("lines".into(), Value::Array(lines));
    let lines = &input["lines"];
    let (count, first) = tokio::join!(
        async { json!({"count": lines.as_array().expect("an array").len()}) },
        async { json!({"first": lines[0]["sku"]}) },
    );
    object(&mut input).insert("summary".into(), Value::Array(vec![count, first]));
    let mut output = Map::new();
    output.insert("lines".into(), input["lines"].clone());
    output.insert("summary".into(), input["summary"].clone());
    Ok(Value::Object(output))
}
