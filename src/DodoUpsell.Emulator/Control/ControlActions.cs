using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.PaymentMethods;
using DodoUpsell.Emulator.Payments;
using DodoUpsell.Emulator.Products;
using DodoUpsell.Emulator.Refunds;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Control;

/// <summary>The control actions of tests, used by the HTTP control API and by the C# methods.</summary>
internal sealed class ControlActions(EmulatorState state)
{
    private static readonly DateTimeOffset Latest = new(3000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public void Reset(EmulatorSeed seed)
    {
        lock (state.Gate)
            state.Reset(seed);
    }

    // Not under the lock: advancing the clock runs timers of other code, which may call the API.
    public void AdvanceClock(TimeSpan by)
    {
        if (by < TimeSpan.Zero || by > Latest - state.Now)
            throw ApiException.InvalidParameters("the clock moves forward only, and not past the year 3000");

        state.Clock.Advance(by);
    }

    public JsonObject State()
    {
        lock (state.Gate)
            return StateReport.Of(state);
    }

    public JsonArray Charges()
    {
        lock (state.Gate)
            return StateReport.Charges(state);
    }

    public JsonObject PutProduct(string id, JsonInput input)
    {
        lock (state.Gate)
        {
            var product = ProductInput.Read(id, input, state);
            state.Products.Put(product);
            return ProductJson.Full(product);
        }
    }

    public JsonObject PutCustomer(string id, JsonInput input)
    {
        lock (state.Gate)
        {
            var email = input.OptionalEmail() ?? $"{id}@example.com";
            var name = input.OptionalText("name") ?? id;
            var phoneNumber = input.OptionalText("phone_number");
            var metadata = input.OptionalMetadata() ?? [];
            var createdAt = input.OptionalTime("created_at") ?? state.Now;
            // Updated in place, because cards and payments reference their customer.
            if (!state.Customers.TryGet(id, out var customer))
            {
                customer = new Customer
                {
                    Id = id,
                    CreatedAt = createdAt,
                    Email = email,
                    Name = name,
                };
                state.Customers.Put(customer);
            }

            customer.Email = email;
            customer.Name = name;
            customer.PhoneNumber = phoneNumber;
            customer.Metadata = metadata;
            return CustomerJson.Full(customer);
        }
    }

    public JsonObject Refund(string paymentId, int? amount)
    {
        lock (state.Gate)
        {
            var payment = state.Payments.Get(paymentId);
            var items = RefundDecision.Decide(state, payment, amount);
            return RefundJson.Full(
                new RefundProcessor(state).Start(
                    payment,
                    items,
                    reason: null,
                    metadata: [],
                    PaymentSettlement.Immediate
                )
            );
        }
    }

    public JsonObject SavePaymentMethod(string customerId, Func<JsonInput> body)
    {
        lock (state.Gate)
        {
            var customer = state.Customers.Get(customerId);
            var method = PaymentMethodInput.Read(body(), state, customer);
            state.PaymentMethods.Put(method);
            return PaymentMethodJson.Item(method);
        }
    }
}
