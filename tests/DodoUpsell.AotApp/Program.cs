using DodoUpsell;
using DodoUpsell.AotApp;
using Microsoft.Extensions.DependencyInjection;

// Runs a whole flow against the API at the address that it is given. It is published natively by the tests: whatever
// the SDK would need reflection for fails here.

if (args is not [var address])
{
    await Console.Error.WriteLineAsync("Give the address of an emulator: DodoUpsell.AotApp http://127.0.0.1:5000");
    return 2;
}

var services = new ServiceCollection();
services.AddDodoUpsells(options =>
{
    options.ApiKey = "emulator";
    options.Environment = DodoEnvironment.Test;
    options.BaseAddress = new Uri(address);
});
await using var provider = services.BuildServiceProvider();

var report = new Report(Console.Out);
await new Flow(provider.GetRequiredService<IDodoClient>(), report).RunAsync();
return report.AllAsExpected ? 0 : 1;
