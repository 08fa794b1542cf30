// Drives the official TypeScript SDK against an address and prints what each call gave, one JSON line a step.
// Usage: node typescript-sdk.mjs BASE_URL STORY CUSTOMER METHOD PRODUCT SUBSCRIPTION PLAN
import DodoPayments from "dodopayments";

const [baseURL, story, customer, method, product, subscription, plan] = process.argv.slice(2);
const dodo = new DodoPayments({ bearerToken: "test", baseURL });
const say = (step, result) => console.log(JSON.stringify({ step, result: result ?? null }));
const oneClick = () =>
  dodo.checkoutSessions.create({
    product_cart: [{ product_id: product, quantity: 1 }],
    customer: { customer_id: customer },
    payment_method_id: method,
    confirm: true,
    metadata: { story },
  });

const stories = {
  async tour() {
    say("methods", await dodo.customers.retrievePaymentMethods(customer));
    const session = await oneClick();
    say("checkout", session);
    say("session", await dodo.checkoutSessions.retrieve(session.session_id));
    say("payment", await dodo.payments.retrieve(session.payment_id));

    const change = { product_id: plan, quantity: 1, proration_billing_mode: "difference_immediately" };
    say("preview", await dodo.subscriptions.previewChangePlan(subscription, change));
    say("change", await dodo.subscriptions.changePlan(subscription, { ...change, on_payment_failure: "prevent_change" }));
    say("subscription", await dodo.subscriptions.retrieve(subscription));

    const payments = [];
    for await (const payment of dodo.payments.list({ customer_id: customer, page_number: 0 })) payments.push(payment.payment_id);
    say("payments", payments);
    say("endpoints", (await dodo.webhooks.list()).data);
  },
  // What the API has added since v1.113.0.
  async additions() {
    const plans = ["pdt_demo_basic", plan, "pdt_yearly"].map((product_id) => ({ product_id, quantity: 1 }));
    say("bundle preview", await dodo.checkoutSessions.preview({ product_cart: plans }));
    const session = await dodo.checkoutSessions.create({
      product_cart: plans,
      customer: { customer_id: customer },
      payment_method_id: method,
      confirm: true,
      tax_id: "DE123456789",
      feature_flags: { require_tax_id: true, require_cardholder_name: true },
    });
    const bundle = await dodo.payments.retrieve(session.payment_id);
    say("bundle", bundle);
    const found = [];
    for (const subscription_id of bundle.subscription_ids) {
      for await (const payment of dodo.payments.list({ subscription_id })) found.push([payment.payment_id, payment.is_multi_subscription]);
    }
    say("bundle by subscription", found);
    say("subscription", await dodo.subscriptions.retrieve(bundle.subscription_ids[0]));
    say("subscriptions", (await dodo.subscriptions.list({ customer_id: customer })).items);
    say("created", await dodo.subscriptions.create({ billing: { country: "US" }, customer: { customer_id: customer }, product_id: plan, quantity: 1, payment_method_id: method }));

    const change = { product_id: plan, quantity: 1, proration_billing_mode: "difference_immediately" };
    const [charged, onPage] = bundle.subscription_ids;
    say("change", await dodo.subscriptions.changePlan(charged, change));
    await dodo.subscriptions.changePlan(onPage, { ...change, product_id: "pdt_demo_basic", proration_billing_mode: "full_immediately", effective_at: "next_billing_date" });
    const replaced = { ...change, quantity: 2, on_payment_failure: "prevent_change", collect_via_payment_link: true, cancel_scheduled_change_plan: true };
    say("change on a page preview", await dodo.subscriptions.previewChangePlan(onPage, replaced));
    say("change on a page", await dodo.subscriptions.changePlan(onPage, replaced));
    say("product", await dodo.products.retrieve("pdt_yearly"));
    say("customer", await dodo.customers.retrieve(customer));

    const held = await dodo.subscriptions.retrieve(subscription);
    say("held", held);
    const [failed] = (await dodo.payments.list({ subscription_id: subscription, status: "failed" })).items;
    say("retry state", await dodo.payments.retrieveRetryState(failed.payment_id));
    say("retry", await dodo.payments.retry(failed.payment_id));
    say("retry state afterwards", await dodo.payments.retrieveRetryState(failed.payment_id));
    say("disputed", (await dodo.payments.list({ customer_id: customer })).items.filter((payment) => payment.dispute_status));
    const endpoint = await dodo.webhooks.create({ url: "https://shop.example/hooks", filter_types: ["subscription.past_due"] });
    say("endpoint", endpoint);
  },
  async cancel() {
    await dodo.subscriptions.cancelChangePlan(subscription);
    say("cancelled");
  },
  async charge() {
    say("checkout", await oneClick());
  },
};

await stories[story]();
