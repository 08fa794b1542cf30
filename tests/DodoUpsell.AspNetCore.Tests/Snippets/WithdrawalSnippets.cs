using System.Collections.Concurrent;
using DodoUpsell.AspNetCore.Tests.Support;
using DodoUpsell.AspNetCore.Tests.Withdrawals;
using DodoUpsell.Emulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace DodoUpsell.AspNetCore.Tests.Snippets;

/// <summary>The code of docs/withdrawals.md.</summary>
public sealed class WithdrawalSnippets
{
    [Fact]
    public async Task Withdrawals_in_an_app()
    {
        var mails = new Mails();
        await using var site = await WithdrawalSite.StartAsync(
            app =>
            {
                #region withdrawals-map
                app.MapWithdrawals(); // https://shop.example.com/withdraw
                #endregion
            },
            builder =>
            {
                builder.Services.AddSingleton(mails);

                #region withdrawals-register
                builder
                    .AddWithdrawals(options => options.Period = TimeSpan.FromDays(30))
                    .AddWithdrawalHandler<WithdrawalMails>()
                    .AddWithdrawalPolicy<HalfAfterDownload>();
                #endregion
            }
        );
        var links = site.Shop.Services.GetRequiredService<WithdrawalLinks>();
        var payment = site.Purchase;

        #region withdrawals-link
        // In the e-mail that confirms the order. "links" is an injected WithdrawalLinks.
        var address = links.Create(
            new Uri("https://shop.example.com/withdraw"),
            payment.PaymentId,
            payment.CreatedAt.AddDays(60)
        );
        #endregion

        Assert.Equal(200, (await site.Guest.GetAsync(address.PathAndQuery)).Status);
        var withdrawals = site.Shop.Services.GetRequiredService<IWithdrawalFlow>();
        var userId = ShopApp.Ada;

        #region withdrawals-flow
        var access = WithdrawalAccess.OfSubject(SubjectIds.OfUser(userId)); // the user who is signed in
        var stated = await withdrawals.StateAsync(
            new()
            {
                Access = access,
                ContractId = payment.PaymentId,
                Name = "Ada Lovelace",
                Contact = "ada@example.com",
            }
        );
        if (stated is null)
            return; // there is no such contract, or it is somebody else's

        // After the consumer has seen the statement and pressed "Confirm withdrawal":
        var confirmed = await withdrawals.ConfirmAsync(access, stated.Id);
        Console.WriteLine(confirmed!.Acknowledgement);
        #endregion

        await site.CompletedAsync();
        Assert.Equal(2450, Assert.Single(site.Emulator.Refunds).Amount);
        Assert.Equal("ada@example.com", Assert.Single(mails.Sent).To);

        #region withdrawals-erase
        await withdrawals.EraseAsync(SubjectIds.OfUser(userId)); // before IOfferFlow.EraseAsync
        #endregion
    }

    internal sealed class Mails
    {
        public ConcurrentQueue<(string To, string Text)> Sent { get; } = new();

        public Task SendAsync(string to, string subject, string text, string messageId, CancellationToken cancel)
        {
            cancel.ThrowIfCancellationRequested();
            Assert.NotEmpty(subject + messageId);
            Sent.Enqueue((to, text));
            return Task.CompletedTask;
        }
    }

    #region withdrawals-handler
    internal sealed class WithdrawalMails(Mails mails) : IWithdrawalHandler
    {
        public Task HandleAsync(
            WithdrawalNotice notice,
            Withdrawal withdrawal,
            CancellationToken cancellationToken = default
        ) =>
            notice switch
            {
                // Told at least once: the same message id lets a mail server drop a duplicate.
                WithdrawalNotice.Confirmed => mails.SendAsync(
                    withdrawal.Contact,
                    "Your withdrawal",
                    withdrawal.Acknowledgement!,
                    $"{withdrawal.Id}@shop.example.com",
                    cancellationToken
                ),
                _ => Task.CompletedTask, // Completed: end the access. NeedsReview: tell your support.
            };
    }
    #endregion

    #region withdrawals-policy
    internal sealed class HalfAfterDownload : IWithdrawalPolicy
    {
        public ValueTask<WithdrawalDecision> DecideAsync(
            WithdrawalPolicyContext context,
            CancellationToken cancellationToken = default
        )
        {
            if (!context.IsInTime)
                return new(WithdrawalDecision.Review(WithdrawalReviewReason.Late));
            if (context.Payments is [{ DigitalProductsDelivered: true } payment])
                return new(WithdrawalDecision.Refund(new Money(payment.TotalAmount / 2, payment.Currency)));
            return new(WithdrawalDecision.RefundInFull());
        }
    }
    #endregion
}
