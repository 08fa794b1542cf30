namespace DodoUpsell.Chaos;

internal static class Telling
{
    public static void Register(DodoUpsellBuilder builder, NodeParts parts)
    {
    }

    public static Task ProcessAsync(IServiceProvider services) => Task.CompletedTask;
}
