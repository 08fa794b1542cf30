using System.Text.RegularExpressions;
using DodoUpsell.AspNetCore.Tests.Support;
using DodoUpsell.Emulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace DodoUpsell.AspNetCore.Tests.Withdrawals;

/// <summary>The shop with the withdrawal function, and a purchase of Ada.</summary>
internal sealed partial class WithdrawalSite : IAsyncDisposable
{
    private readonly Task<Withdrawal> _completed;

    private WithdrawalSite(ShopApp shop, Payment purchase, Task<Withdrawal> completed) =>
        (Shop, Purchase, _completed) = (shop, purchase, completed);

    public ShopApp Shop { get; }

    public Payment Purchase { get; }

    public Visit Ada => Shop.As(ShopApp.Ada);

    public Visit Ben => Shop.As(ShopApp.Ben);

    public Visit Guest => Shop.As(null);

    public DodoEmulator Emulator => Shop.Emulator;

    /// <summary>Waits until the worker of the app has completed the withdrawal.</summary>
    public Task<Withdrawal> CompletedAsync() =>
        _completed.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);

    public string Statement =>
        $$"""{"contractId":"{{Purchase.PaymentId}}","name":"Ada Lovelace","contact":"ada@example.test"}""";

    public static async Task<WithdrawalSite> StartAsync(
        Action<WebApplication>? app = null,
        Action<DodoUpsellBuilder>? dodo = null,
        Action<WebApplicationBuilder>? builder = null
    )
    {
        var completed = new TaskCompletionSource<Withdrawal>(TaskCreationOptions.RunContinuationsAsynchronously);
        var shop = await ShopApp.StartAsync(
            dodo: add =>
            {
                add.AddWithdrawals()
                    .OnWithdrawal(
                        (notice, withdrawal, _) =>
                        {
                            if (notice == WithdrawalNotice.Completed)
                                completed.TrySetResult(withdrawal);
                            return Task.CompletedTask;
                        }
                    );
                dodo?.Invoke(add);
            },
            builder: builder,
            app: app ?? (web => web.MapWithdrawals()),
            maps: false
        );
        return new(shop, await BuyAsync(shop, DemoSeed.CustomerWithCards), completed.Task);
    }

    public static async Task<Payment> BuyAsync(ShopApp shop, string customer, string product = DemoSeed.Course)
    {
        var session = await shop.Dodo.CheckoutSessions.CreateAsync(
            new()
            {
                ProductCart = [new() { ProductId = product, Quantity = 1 }],
                Customer = CustomerReference.Existing(customer),
                BillingAddress = new() { Country = new CountryCode("US"), Zipcode = "94107" },
                PaymentMethodId =
                    customer == DemoSeed.CustomerWithCards
                        ? DemoSeed.GoodCard
                        : shop.Emulator.SaveCard(customer, TestCards.Visa),
                Confirm = true,
            }
        );
        return await shop.Dodo.Payments.GetAsync(session.PaymentId!);
    }

    public string Link(string? contract = null, TimeSpan? validFor = null) =>
        "link="
        + Shop.Services.GetRequiredService<WithdrawalLinks>()
            .CreateToken(
                contract ?? Purchase.PaymentId,
                Emulator.Clock.GetUtcNow() + (validFor ?? TimeSpan.FromDays(30))
            );

    /// <summary>Opens a page as a browser does, with the cookies of the answer.</summary>
    public static async Task<Page> OpenAsync(Visit visit, string path, string cookie = "")
    {
        var browser = visit with
        {
            Headers = new Dictionary<string, string> { ["Accept"] = "text/html,*/*;q=0.8", ["Cookie"] = cookie },
        };
        var answer = await browser.GetAsync(path);
        var set = answer.Headers.TryGetValue("Set-Cookie", out var header) ? header.Split(';')[0] : cookie;
        return new(
            browser with
            {
                Headers = new Dictionary<string, string> { ["Cookie"] = set, ["Accept"] = "text/html" },
            },
            path,
            answer,
            set
        );
    }

    /// <summary>What an attack must not change.</summary>
    public async Task<string> StateAsync()
    {
        var store = Shop.Services.GetRequiredService<IWithdrawalStore>();
        var all = new List<string>();
        foreach (var state in Enum.GetValues<WithdrawalState>())
        {
            foreach (var one in await store.ListAsync(DodoEnvironment.Test, state, 100))
                all.Add($"{one.Id} {one.State} {one.Slot}");
        }

        return string.Join(',', all) + " | " + string.Join(',', Emulator.Refunds.Select(refund => refund.RefundId));
    }

    public ValueTask DisposeAsync() => Shop.DisposeAsync();

    /// <summary>A page with its forms.</summary>
    internal sealed record Page(Visit Visit, string Path, Answer Answer, string Cookie)
    {
        public string Body => Answer.Body;

        public string Action => System.Net.WebUtility.HtmlDecode(ActionPattern().Match(Body).Groups[1].Value);

        public string Token => System.Net.WebUtility.HtmlDecode(TokenPattern().Match(Body).Groups[1].Value);

        public Task<Answer> SubmitAsync(params (string, string)[] fields) =>
            Visit.PostFormAsync(Action, [.. fields, ("__RequestVerificationToken", Token)]);
    }

    [GeneratedRegex("<form[^>]* action=\"([^\"]*)\"")]
    private static partial Regex ActionPattern();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]*)\"")]
    private static partial Regex TokenPattern();
}
