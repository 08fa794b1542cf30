namespace DodoUpsell.Charging;

/// <summary>
/// Work of the SDK itself that is done periodically, after the reconciler. All registered implementations are resolved
/// from the container, with the brand's key if there is a brand.
/// </summary>
/// <remarks>It logs its own failures, so that one does not keep the others from running.</remarks>
internal interface ISystemWork
{
    /// <summary>Does what is due.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}
