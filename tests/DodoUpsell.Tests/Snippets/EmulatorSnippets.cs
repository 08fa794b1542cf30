using System.Collections.Concurrent;
using DodoUpsell.Emulator;
using DodoUpsell.Tests.Support;
using DodoUpsell.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DodoUpsell.Tests.Snippets;

/// <summary>The code of docs/emulator.md, run.</summary>
public sealed class EmulatorSnippets
{
    [Fact]
    public async Task Emulator_in_a_test()
    {
        #region emulator-in-a-test
        var emulator = new DodoEmulator();
        using var http = new HttpClient(emulator.CreateHandler());
        var dodo = new DodoClient(new DodoUpsellOptions { ApiKey = "any", Environment = DodoEnvironment.Test }, http);

        // The response is lost: the plan is changed and paid, but the caller gets no response.
        var fault = new EmulatedFault(EmulatedFaultKind.DropAfterCommit) { Path = "/subscriptions/{}/change-plan" };
        emulator.AddFault(fault);
        var change = new ChangePlanRequest
        {
            ProductId = DemoSeed.ProPlan,
            Quantity = 1,
            ProrationBillingMode = ProrationMode.DifferenceImmediately,
            OnPaymentFailure = PaymentFailurePolicy.PreventChange,
        };
        await Assert.ThrowsAsync<DodoUnknownOutcomeException>(() =>
            dodo.Subscriptions.ChangePlanAsync(DemoSeed.BasicSubscription, change)
        );

        emulator.Clock.Advance(TimeSpan.FromMinutes(1));
        var subscription = await dodo.Subscriptions.GetAsync(DemoSeed.BasicSubscription);
        Assert.Equal(DemoSeed.ProPlan, subscription.ProductId);
        emulator.ShouldHaveCharged(amount: 5000, currency: "USD");
        #endregion
    }

    [Fact]
    public async Task Emulator_and_an_app()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var paid = new ConcurrentQueue<Payment>();
        var second = new TaskCompletionSource();

        #region emulator-and-an-app
        var emulator = new DodoEmulator();
        builder.Services.AddSingleton(emulator.AppClock);
        builder
            .Services.AddDodoUpsells(options =>
            {
                options.ApiKey = "any";
                options.Environment = DodoEnvironment.Test;
                options.WebhookSecrets.Add(EmulatedWebhook.DefaultSecret);
            })
            .OnWebhook<PaymentEvent>((payment, context, cancellationToken) => KeepAsync(payment.Data))
            .HttpClient.ConfigurePrimaryHttpMessageHandler(emulator.CreateHandler);

        await using var app = builder.Build();
        app.MapPost(
            "/webhooks/dodo",
            async (HttpRequest request, IWebhookInbox inbox, CancellationToken cancellationToken) =>
            {
                var receipt = await inbox.ReceiveAsync(
                    WebhookHeaders.FromHeaders(name => request.Headers[name]),
                    request.Body,
                    cancellationToken
                );
                return Results.StatusCode(receipt.HttpStatusCode);
            }
        );
        await app.StartAsync();
        emulator.AddWebhook(new EmulatedWebhook(new Uri($"{app.Urls.Single()}/webhooks/dodo")));

        // A month passes. The webhooks of its renewals are delivered, and the app accepts their signatures.
        await emulator.AdvanceAsync(TimeSpan.FromDays(31));
        Assert.All(emulator.WebhookDeliveries, delivery => Assert.True(delivery.IsDelivered));
        #endregion

        await second.Task.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal([3000], paid.Select(payment => payment.TotalAmount).Distinct());
        Assert.Null(
            await Record.ExceptionAsync(() => app.Services.GetRequiredService<UpsellFlow>().ChargeAsync(Shop.Ebook()))
        );

        Task KeepAsync(Payment payment)
        {
            paid.Enqueue(payment);
            second.TrySetResult();
            return Task.CompletedTask;
        }
    }
}
