using DodoUpsell;
using Microsoft.Extensions.DependencyInjection;
using WithDodoUpsell;

if (args is not [var address])
{
    await Console.Error.WriteLineAsync("Pass the URL of an emulator: WithDodoUpsellDi http://127.0.0.1:5000");
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
return await Flow.RunAsync(provider.GetRequiredService<IDodoClient>()) ? 0 : 1;
