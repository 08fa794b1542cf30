using System.Reflection;

namespace DodoUpsell.Tests.Support;

/// <summary>A store of offers in which somebody has changed, removed or moved receipts behind the library's back.</summary>
internal sealed class TamperedStore
{
    public TamperedStore(IOfferStore store)
    {
        Proxy = DispatchProxy.Create<IOfferStore, ReceiptProxy>();
        ((ReceiptProxy)(object)Proxy).Open(store, receipts => Order(receipts).Select(receipt => Change(receipt)));
    }

    public IOfferStore Proxy { get; }

    public Func<ConsentReceipt, ConsentReceipt> Change { get; set; } = static receipt => receipt;

    public Func<IEnumerable<ConsentReceipt>, IEnumerable<ConsentReceipt>> Order { get; set; } =
        static receipts => receipts;
}

/// <summary>Forwards every call, and changes the receipts that are read. Public, because it is derived at run time.</summary>
public class ReceiptProxy : DispatchProxy
{
    private IOfferStore? _store;
    private Func<IEnumerable<ConsentReceipt>, IEnumerable<ConsentReceipt>>? _tamper;

    internal void Open(IOfferStore store, Func<IEnumerable<ConsentReceipt>, IEnumerable<ConsentReceipt>> tamper) =>
        (_store, _tamper) = (store, tamper);

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        targetMethod!.Name switch
        {
            nameof(IOfferStore.ReadReceiptsAsync) => ReadAsync((DodoEnvironment)args![0]!),
            nameof(IOfferStore.FindReceiptAsync) => FindAsync((DodoEnvironment)args![0]!, (string)args[1]!),
            _ => targetMethod.Invoke(_store, args),
        };

    private async IAsyncEnumerable<ConsentReceipt> ReadAsync(DodoEnvironment environment)
    {
        var stored = new List<ConsentReceipt>();
        await foreach (var receipt in _store!.ReadReceiptsAsync(environment))
            stored.Add(receipt);
        foreach (var receipt in _tamper!(stored))
            yield return receipt;
    }

    private async Task<ConsentReceipt?> FindAsync(DodoEnvironment environment, string offerId)
    {
        await foreach (var receipt in ReadAsync(environment))
        {
            if (receipt.OfferId == offerId)
                return receipt;
        }

        return null;
    }
}
