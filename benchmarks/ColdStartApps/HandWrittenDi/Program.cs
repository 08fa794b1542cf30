using System.Net.Http.Headers;
using HandWritten;
using Microsoft.Extensions.DependencyInjection;

if (args is not [var address])
{
    await Console.Error.WriteLineAsync("Pass the URL of an emulator: HandWrittenDi http://127.0.0.1:5000");
    return 2;
}

var services = new ServiceCollection();
services
    .AddHttpClient<ApiClient>(http =>
    {
        http.BaseAddress = new Uri(address);
        http.Timeout = TimeSpan.FromSeconds(30);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "emulator");
    })
    .ConfigurePrimaryHttpMessageHandler(() =>
        new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        }
    );
await using var provider = services.BuildServiceProvider();
return await Flow.RunAsync(provider.GetRequiredService<ApiClient>()) ? 0 : 1;
