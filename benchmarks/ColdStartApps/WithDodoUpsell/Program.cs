using DodoUpsell;
using WithDodoUpsell;

if (args is not [var address])
{
    await Console.Error.WriteLineAsync("Pass the URL of an emulator: WithDodoUpsell http://127.0.0.1:5000");
    return 2;
}

using var dodo = new DodoClient(
    new DodoUpsellOptions
    {
        ApiKey = "emulator",
        Environment = DodoEnvironment.Test,
        BaseAddress = new Uri(address),
    }
);
return await Flow.RunAsync(dodo) ? 0 : 1;
