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

/// <summary>What a test may do to the world behind the API's back; the same over HTTP and in C#.</summary>
internal sealed class ControlActions(World world)
{
    public void Reset(EmulatorSeed seed)
    {
        lock (world.Gate)
            world.Reset(seed);
    }

    public JsonObject State()
    {
        lock (world.Gate)
            return StateReport.Of(world);
    }

    public JsonArray Charges()
    {
        lock (world.Gate)
            return StateReport.Charges(world);
    }

    public JsonObject PutProduct(string id, JsonInput input)
    {
        lock (world.Gate)
        {
            var product = ProductInput.Read(id, input, world);
            world.Products.Put(product);
            return ProductJson.Full(product);
        }
    }

    public JsonObject PutCustomer(string id, JsonInput input)
    {
        lock (world.Gate)
        {
            var email = input.OptionalEmail() ?? $"{id}@example.com";
            var name = input.OptionalText("name") ?? id;
            var phoneNumber = input.OptionalText("phone_number");
            var metadata = input.OptionalMetadata() ?? [];
            var createdAt = input.OptionalTime("created_at") ?? world.Now;
            // Replaced in place: cards and payments hold on to the customer they belong to.
            if (!world.Customers.TryGet(id, out var customer))
            {
                customer = new Customer
                {
                    Id = id,
                    CreatedAt = createdAt,
                    Email = email,
                    Name = name,
                };
                world.Customers.Put(customer);
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
        lock (world.Gate)
        {
            var payment = world.Payments.Get(paymentId);
            var items = RefundDecision.Decide(world, payment, amount);
            return RefundJson.Full(
                new RefundProcessor(world).Start(
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
        lock (world.Gate)
        {
            var customer = world.Customers.Get(customerId);
            var method = PaymentMethodInput.Read(body(), world, customer);
            world.PaymentMethods.Put(method);
            return PaymentMethodJson.Item(method);
        }
    }
}
