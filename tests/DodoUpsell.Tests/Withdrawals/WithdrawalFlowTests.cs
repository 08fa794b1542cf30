using System.Globalization;
using DodoUpsell.Emulator;

namespace DodoUpsell.Tests.Withdrawals;

/// <summary>Tests stating, confirming and finding withdrawals: what is recorded, and who has access to it.</summary>
public sealed class WithdrawalFlowTests
{
    private readonly WithdrawalShop _shop = new();

    [Fact]
    public async Task Purchases_and_subscriptions_within_the_period_are_listed()
    {
        var old = await _shop.BuyAsync(DemoSeed.Ebook);
        await _shop.Emulator.AdvanceAsync(TimeSpan.FromDays(16));
        var course = await _shop.BuyAsync();
        var plan = await _shop.BuyAsync(DemoSeed.BasicPlan);

        var contracts = await _shop.Flow.ListContractsAsync(SubjectIds.OfCustomer(WithdrawalShop.Customer));

        Assert.Equal(
            new[] { course.PaymentId, plan.SubscriptionId }.Order(StringComparer.Ordinal),
            contracts.Select(one => one.Id).Order(StringComparer.Ordinal)
        );
        Assert.DoesNotContain(contracts, one => one.Id == old.PaymentId);
        var purchase = contracts.Single(one => one.Id == course.PaymentId);
        Assert.Equal(course.Total, purchase.Amount);
        Assert.Equal(course.CreatedAt, purchase.ConcludedAt);
        Assert.False(purchase.IsSubscription);
        Assert.NotEmpty(purchase.Description);
        Assert.NotEmpty(contracts.Single(one => one.Id == plan.SubscriptionId).Description);
    }

    [Fact]
    public async Task A_renewal_does_not_start_the_period_again_if_the_seller_says_so()
    {
        await _shop.Emulator.AdvanceAsync(TimeSpan.FromDays(21));
        Assert.Equal(DemoSeed.BasicSubscription, Assert.Single(await ContractsAsync()).Id);

        _shop.Options.RenewalsRestartPeriod = false;
        Assert.Empty(await _shop.Flow.ListContractsAsync(SubjectIds.OfCustomer(WithdrawalShop.Customer)));
    }

    [Fact]
    public async Task The_last_day_counts_in_full_in_every_time_zone()
    {
        var payment = await _shop.BuyAsync();
        var end = new DateTimeOffset((payment.CreatedAt + TimeSpan.FromDays(15)).Date, TimeSpan.Zero).AddHours(12);

        var contract = await _shop.Flow.FindContractAsync(WithdrawalShop.Ada, payment.PaymentId);
        Assert.Equal(end, contract!.WithdrawableUntil);
        await _shop.Emulator.AdvanceAsync(end - _shop.Now - TimeSpan.FromSeconds(1));
        Assert.Contains(await ContractsAsync(), one => one.Id == payment.PaymentId);
        await _shop.Emulator.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.DoesNotContain(await ContractsAsync(), one => one.Id == payment.PaymentId);
    }

    [Fact]
    public async Task A_stated_withdrawal_has_no_effect_until_it_is_confirmed()
    {
        var payment = await _shop.BuyAsync();
        var stated = await _shop.StateAsync(payment.PaymentId);
        await _shop.RunAsync(TimeSpan.FromHours(1));

        Assert.Equal(WithdrawalState.Stated, (await _shop.FindAsync(stated.Id)).State);
        Assert.Null(stated.Acknowledgement);
        Assert.Empty(_shop.Emulator.Refunds);
        Assert.Empty(_shop.Told);
    }

    [Fact]
    public async Task The_acknowledgement_has_the_content_and_the_time_and_never_changes()
    {
        var payment = await _shop.BuyAsync();
        var stated = await _shop.StateAsync(payment.PaymentId);
        await _shop.Emulator.AdvanceAsync(TimeSpan.FromMinutes(3));
        var confirmed = await _shop.Flow.ConfirmAsync(WithdrawalShop.Ada, stated.Id);

        var text = confirmed!.Acknowledgement!;
        Assert.Equal(_shop.Now, confirmed.ConfirmedAt);
        Assert.Contains(
            _shop.Now.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture),
            text,
            StringComparison.Ordinal
        );
        foreach (var part in new[] { "Ada Lovelace", "ada@example.test", payment.PaymentId, stated.Id, "49.00 USD" })
            Assert.Contains(part, text, StringComparison.Ordinal);

        await _shop.RunAsync(TimeSpan.FromHours(2));
        Assert.Equal(text, (await _shop.Flow.ConfirmAsync(WithdrawalShop.Ada, stated.Id))!.Acknowledgement);
        Assert.Equal(text, (await _shop.FindAsync(stated.Id)).Acknowledgement);
    }

    [Fact]
    public async Task A_second_withdrawal_from_the_same_contract_gets_the_first_acknowledgement()
    {
        var payment = await _shop.BuyAsync();
        var other = await _shop.StateAsync(payment.PaymentId);
        var first = await _shop.WithdrawAsync(payment.PaymentId);

        var confirmed = await _shop.Flow.ConfirmAsync(WithdrawalShop.Ada, other.Id);
        var stated = await _shop.StateAsync(payment.PaymentId);

        Assert.Equal((first.Id, first.Acknowledgement), (confirmed!.Id, confirmed.Acknowledgement));
        Assert.Equal(first.Id, stated.Id);
    }

    [Fact]
    public async Task Contracts_and_withdrawals_of_others_do_not_exist()
    {
        var payment = await _shop.BuyAsync();
        var mine = await _shop.WithdrawAsync(payment.PaymentId);
        var ben = WithdrawalAccess.OfSubject(SubjectIds.OfCustomer(DemoSeed.CustomerWithDecliningCard));
        var nobody = WithdrawalAccess.OfSubject(SubjectIds.OfUser("without-customers"));
        var link = WithdrawalAccess.OfLink(DemoSeed.BasicSubscription);

        foreach (var access in new[] { ben, nobody, link })
        {
            Assert.Null(await _shop.Flow.FindContractAsync(access, payment.PaymentId));
            Assert.Null(await _shop.Flow.FindAsync(access, mine.Id));
            Assert.Null(await _shop.Flow.ConfirmAsync(access, mine.Id));
            Assert.Null(
                await _shop.Flow.StateAsync(
                    new()
                    {
                        Access = access,
                        ContractId = payment.PaymentId,
                        Name = "Eve",
                        Contact = "eve@example.test",
                    }
                )
            );
        }

        foreach (var id in new[] { "pay_unknown", "sub_unknown", "x", new string('x', 500), "../payments" })
            Assert.Null(await _shop.Flow.FindContractAsync(WithdrawalShop.Ada, id));
        Assert.Null(await _shop.Flow.FindAsync(WithdrawalShop.Ada, "wdr_unknown"));
    }

    [Fact]
    public async Task A_guest_with_a_link_withdraws_from_that_contract_only()
    {
        var (payment, other) = (await _shop.BuyAsync(), await _shop.BuyAsync(DemoSeed.Ebook));
        var link = WithdrawalAccess.OfLink(payment.PaymentId);

        var withdrawn = await _shop.WithdrawAsync(payment.PaymentId, link);
        await _shop.RunAsync();

        Assert.Equal(WithdrawalState.Completed, (await _shop.Flow.FindAsync(link, withdrawn.Id))!.State);
        Assert.Null(await _shop.Flow.FindContractAsync(link, other.PaymentId));
        Assert.Equal(withdrawn.Id, (await _shop.Flow.FindContractAsync(link, payment.PaymentId))!.WithdrawalId);
    }

    [Fact]
    public async Task A_link_to_a_payment_of_a_subscription_withdraws_from_the_subscription()
    {
        var payment = await _shop.BuyAsync(DemoSeed.BasicPlan);
        var link = WithdrawalAccess.OfLink(payment.PaymentId);
        var first = await _shop.WithdrawAsync(payment.SubscriptionId!);

        var second = await _shop.WithdrawAsync(payment.PaymentId, link);

        Assert.Equal(first.Id, second.Id);
        Assert.Equal(first.Id, (await _shop.Flow.FindAsync(link, first.Id))!.Id);
    }

    [Fact]
    public async Task A_guest_withdraws_while_the_API_is_unavailable()
    {
        var payment = await _shop.BuyAsync();
        var link = WithdrawalAccess.OfLink(payment.PaymentId);
        _shop.Emulator.AddFault(
            new EmulatedFault(EmulatedFaultKind.Status)
            {
                Status = System.Net.HttpStatusCode.ServiceUnavailable,
                Times = 20,
            }
        );

        var withdrawn = await _shop.WithdrawAsync(payment.PaymentId, link);
        await _shop.RunAsync();
        Assert.Contains(payment.PaymentId, withdrawn.Acknowledgement!, StringComparison.Ordinal);
        Assert.Contains(_shop.Told, told => told.Notice == WithdrawalNotice.Confirmed);
        Assert.Empty(_shop.Emulator.Refunds);

        _shop.Emulator.ClearFaults();
        await _shop.RunAsync(TimeSpan.FromHours(1));
        Assert.Equal(WithdrawalState.Completed, (await _shop.Flow.FindAsync(link, withdrawn.Id))!.State);
        Assert.Single(_shop.Emulator.Refunds);

        // The customer is known by now.
        Assert.Equal(WithdrawalState.Completed, (await _shop.FindAsync(withdrawn.Id)).State);
    }

    [Theory]
    [InlineData("", "ada@example.test")]
    [InlineData("  ", "ada@example.test")]
    [InlineData("Ada", "")]
    [InlineData("Ada\r\nBcc: eve@example.test", "ada@example.test")]
    [InlineData("Ada", "ada@example.test\nBcc: eve@example.test")]
    [InlineData("Ada\u2028Line", "ada@example.test")]
    public async Task Missing_names_and_line_breaks_are_refused(string name, string contact)
    {
        var payment = await _shop.BuyAsync();

        await Assert.ThrowsAsync<ArgumentException>(() =>
            _shop.Flow.StateAsync(
                new()
                {
                    Access = WithdrawalShop.Ada,
                    ContractId = payment.PaymentId,
                    Name = name,
                    Contact = contact,
                }
            )
        );
    }

    [Fact]
    public async Task Names_and_contacts_are_neither_printed_nor_logged()
    {
        var payment = await _shop.BuyAsync();
        _shop.OnTold = _ => throw new InvalidOperationException("Cannot send to ada@example.test.");
        var withdrawn = await _shop.WithdrawAsync(payment.PaymentId);
        await _shop.RunAsync(TimeSpan.FromHours(1));

        var record = (await _shop.Store.FindAsync(DodoEnvironment.Test, withdrawn.Id))!;
        var texts = _shop
            .Log.Lines.Select(line => line.Text)
            .Concat([
                withdrawn.ToString(),
                record.ToString(),
                withdrawn.Contract.ToString(),
                WithdrawalShop.Ada.ToString(),
            ]);
        Assert.All(
            texts,
            text =>
            {
                Assert.DoesNotContain("Lovelace", text, StringComparison.Ordinal);
                Assert.DoesNotContain("ada@", text, StringComparison.Ordinal);
            }
        );
        Assert.DoesNotContain("Lovelace", record.Work, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Personal_data_is_erased_when_everything_is_done()
    {
        var payment = await _shop.BuyAsync();
        var withdrawn = await _shop.WithdrawAsync(payment.PaymentId);
        var ada = SubjectIds.OfCustomer(WithdrawalShop.Customer);

        Assert.Equal(0, await _shop.Flow.EraseAsync(ada));
        await _shop.RunAsync();
        Assert.Equal(1, await _shop.Flow.EraseAsync(ada));

        var erased = await _shop.FindAsync(withdrawn.Id);
        Assert.Equal(("", "", null), (erased.Name, erased.Contact, erased.Acknowledgement));
        Assert.NotNull(erased.ErasedAt);
        Assert.Equal(WithdrawalRefundStatus.Succeeded, Assert.Single(erased.Refunds).Status);

        // It still counts.
        Assert.Equal(withdrawn.Id, (await _shop.StateAsync(payment.PaymentId)).Id);
    }

    [Fact]
    public async Task Drafts_and_old_withdrawals_are_removed()
    {
        var stated = await _shop.StateAsync((await _shop.BuyAsync()).PaymentId);
        await _shop.Emulator.AdvanceAsync(TimeSpan.FromDays(8));
        await _shop.RunAsync();

        Assert.Null(await _shop.Flow.FindAsync(WithdrawalShop.Ada, stated.Id));
    }

    [Theory]
    [InlineData("de-AT", "Vertrag widerrufen", "Widerruf bestätigen")]
    [InlineData("fr", "Renoncer au contrat ici", "Confirmer la rétractation")]
    [InlineData("nl", "Hier de overeenkomst herroepen", "Herroeping bevestigen")]
    [InlineData("pl", "Odstąp od umowy tutaj", "Potwierdź odstąpienie od umowy")]
    [InlineData("it", "Recedere dal contratto qui", "Conferma recesso")]
    [InlineData("en", "Withdraw from contract here", "Confirm withdrawal")]
    [InlineData("ja", "Withdraw from contract here", "Confirm withdrawal")]
    public void The_prescribed_labels_are_in_each_language(string culture, string withdraw, string confirm)
    {
        var (messages, language) = (WithdrawalMessages.Default, CultureInfo.GetCultureInfo(culture));

        Assert.Equal(withdraw, messages.Text(WithdrawalMessage.Withdraw, language));
        Assert.Equal(confirm, messages.Text(WithdrawalMessage.Confirm, language));
        Assert.All(Enum.GetValues<WithdrawalMessage>(), message => Assert.NotEmpty(messages.Text(message, language)));
    }

    private Task<IReadOnlyList<WithdrawalContract>> ContractsAsync() =>
        _shop.Flow.ListContractsAsync(SubjectIds.OfCustomer(WithdrawalShop.Customer));
}
