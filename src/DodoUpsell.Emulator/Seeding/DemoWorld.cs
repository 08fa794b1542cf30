using System.Globalization;
using DodoUpsell.Emulator.Addons;
using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.PaymentMethods;
using DodoUpsell.Emulator.Products;

namespace DodoUpsell.Emulator.Seeding;

/// <summary>A small shop with some history, told relative to the time at which the clock starts.</summary>
internal static class DemoWorld
{
    private const string Usd = "USD";

    public static void Fill(World world)
    {
        var opened = world.Now.AddDays(-90);
        AddProducts(world, opened);
        AddCustomers(world, opened);
        DemoBilling.Fill(world, opened);
    }

    private static void AddProducts(World world, DateTimeOffset opened)
    {
        world.Addons.Put(
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
            world.Products.Put(
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

    private static void AddCustomers(World world, DateTimeOffset opened)
    {
        var expired = world.Now.AddMonths(-2);
        var ada = Put(DemoSeed.CustomerWithCards, "Ada Buyer", "ada@example.com");
        Save(ada, DemoSeed.GoodCard, TestCards.Visa, "06", "32", world.Now.AddDays(-40));
        // Used after the good one and expired since: whoever takes the latest card without a look takes this one.
        Save(ada, DemoSeed.ExpiredCard, TestCards.Mastercard, Month(expired), Year(expired), world.Now.AddDays(-20));

        var ben = Put(DemoSeed.CustomerWithDecliningCard, "Ben Buyer", "ben@example.com");
        Save(ben, DemoSeed.DecliningCard, TestCards.GenericDecline, "06", "32", world.Now.AddDays(-30));

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
            world.Customers.Put(customer);
            return customer;
        }

        void Save(Customer customer, string id, string number, string month, string year, DateTimeOffset lastUsedAt)
        {
            if (!TestCard.TryGet(number, out var card))
                throw new InvalidOperationException($"No test card has the number {number}.");

            world.PaymentMethods.Put(
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
