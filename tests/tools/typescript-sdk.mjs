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
  async cancel() {
    await dodo.subscriptions.cancelChangePlan(subscription);
    say("cancelled");
  },
  async charge() {
    say("checkout", await oneClick());
  },
};

await stories[story]();
