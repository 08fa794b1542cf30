using System.Globalization;
using DodoUpsell.Emulator.Addons;
using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.PaymentMethods;
using DodoUpsell.Emulator.Products;

namespace DodoUpsell.Emulator.Seeding;

/// <summary>A small shop with some history, relative to the time at which the clock starts.</summary>
internal static class DemoData
{
    private const string Usd = "USD";

    public static void Fill(EmulatorState state)
    {
        var opened = state.Now.AddDays(-90);
        AddProducts(state, opened);
        AddCustomers(state, opened);
        DemoBilling.Fill(state, opened);
    }

    private static void AddProducts(EmulatorState state, DateTimeOffset opened)
    {
        state.Addons.Put(
            new Addon
            {
                Id = DemoSeed.SeatAddon,
                Name = "Extra seat",
                Description = "One more team member",
                Price = 500,
                Currency = Usd,
                CreatedAt = opened,
                UpdatedAt = opened,
            }
        );

        Put(DemoSeed.Course, "Course", "edtech", new OneTimePrice { Amount = 4900, Currency = Usd });
        Put(DemoSeed.Ebook, "E-book", "e_book", new OneTimePrice { Amount = 1900, Currency = Usd });
        Put(
            DemoSeed.Tip,
            "Tip",
            "digital_products",
            new OneTimePrice
            {
                Amount = 100,
                Currency = Usd,
                PayWhatYouWant = true,
                SuggestedAmount = 500,
            }
        );
        Put(DemoSeed.BasicPlan, "Basic", "saas", new RecurringPrice { Amount = 3000, Currency = Usd });
        Put(DemoSeed.ProPlan, "Pro", "saas", new RecurringPrice { Amount = 8000, Currency = Usd });

        void Put(string id, string name, string taxCategory, Price price) =>
            state.Products.Put(
                new Product
                {
                    Id = id,
                    Name = name,
                    Description = $"{name} of the demo shop",
                    Price = price,
                    TaxCategory = taxCategory,
                    AddonIds = price is RecurringPrice ? [DemoSeed.SeatAddon] : [],
                    CreatedAt = opened,
                    UpdatedAt = opened,
                }
            );
    }

    private static void AddCustomers(EmulatorState state, DateTimeOffset opened)
    {
        var expired = state.Now.AddMonths(-2);
        var ada = Put(DemoSeed.CustomerWithCards, "Ada Buyer", "ada@example.com");
        Save(ada, DemoSeed.GoodCard, TestCards.Visa, "06", "32", state.Now.AddDays(-40));
        // Used after the good card and expired since then, so code that takes the most recently used card without a
        // check takes this one.
        Save(ada, DemoSeed.ExpiredCard, TestCards.Mastercard, Month(expired), Year(expired), state.Now.AddDays(-20));

        var ben = Put(DemoSeed.CustomerWithDecliningCard, "Ben Buyer", "ben@example.com");
        Save(ben, DemoSeed.DecliningCard, TestCards.GenericDecline, "06", "32", state.Now.AddDays(-30));

        Put(DemoSeed.CustomerWithoutCard, "Cleo Buyer", "cleo@example.com");

        Customer Put(string id, string name, string email)
        {
            var customer = new Customer
            {
                Id = id,
                Name = name,
                Email = email,
                CreatedAt = opened,
            };
            state.Customers.Put(customer);
            return customer;
        }

        void Save(Customer customer, string id, string number, string month, string year, DateTimeOffset lastUsedAt)
        {
            if (!TestCard.TryGet(number, out var card))
                throw new InvalidOperationException($"No test card has the number {number}.");

            state.PaymentMethods.Put(
                new PaymentMethod
                {
                    Id = id,
                    Customer = customer,
                    Card = card,
                    ExpiryMonth = month,
                    ExpiryYear = year,
                    CardHolderName = customer.Name,
                    LastUsedAt = lastUsedAt,
                }
            );
        }
    }

    private static string Month(DateTimeOffset time) => time.ToString("MM", CultureInfo.InvariantCulture);

    private static string Year(DateTimeOffset time) => time.ToString("yy", CultureInfo.InvariantCulture);
}
