//! Compiles the definitions in `workflows`.

fn main() {
    asl_codegen::compile()
        .machine(
            asl_codegen::machine("workflows/checkout.asl.json")
                .input("Order")
                .output("Receipt")
                .express()
                .tasks(
                    r#"
                    /// Takes the money.
                    lambda "charge" => async fn charge(order: &Order) -> Result<Payment, Declined>;
                    "#,
                ),
        )
        .glob("workflows/*.asl.json")
        .glob("workflows/*.asl.yaml")
        .substitute("AWS::Region", "eu-central-1")
        .substitute("Limit", 1000)
        .visibility("pub")
        .runtime_path("::flow")
        .run();

    // Another module's machines.
    asl_codegen::compile()
        .machine(asl_codegen::machine("workflows/checkout.asl.json").named("Untyped"))
        .substitute("AWS::Region", "us-east-1")
        .visibility("pub(super)")
        .runtime_path("::flow")
        .output("untyped.rs")
        .run();
}
