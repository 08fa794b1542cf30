namespace DodoUpsell.Chaos;

internal static class Worker
{
    public static Task<int> RunAsync(Uri address, string connectionString) => throw new NotSupportedException($"{address}{connectionString}");
}
