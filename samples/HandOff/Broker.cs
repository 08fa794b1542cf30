using RabbitMQ.Client;

namespace HandOff;

/// <summary>One connection to RabbitMQ, opened when it is needed. It recovers by itself.</summary>
internal sealed class Broker(Uri address) : IAsyncDisposable
{
    public const string Exchange = "dodo-events";
    public const string Queue = "dodo-events";

    private readonly ConnectionFactory _factory = new() { Uri = address, ClientProvidedName = "hand-off" };
    private readonly SemaphoreSlim _opening = new(1);
    private IConnection? _connection;

    /// <summary>Opens a channel on which publishing ends with the broker's confirmation, or throws.</summary>
    public async Task<IChannel> OpenAsync(CancellationToken cancellationToken)
    {
        await _opening.WaitAsync(cancellationToken);
        try
        {
            if (_connection is not { IsOpen: true })
            {
                if (_connection is not null)
                    await _connection.DisposeAsync();
                _connection = null;
                _connection = await _factory.CreateConnectionAsync(cancellationToken);
                await DeclareAsync(_connection, cancellationToken);
            }

            return await _connection.CreateChannelAsync(
                new CreateChannelOptions(
                    publisherConfirmationsEnabled: true,
                    publisherConfirmationTrackingEnabled: true
                ),
                cancellationToken
            );
        }
        finally
        {
            _opening.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
            await _connection.DisposeAsync();
        _opening.Dispose();
    }

    private static async Task DeclareAsync(IConnection connection, CancellationToken cancellationToken)
    {
        var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        await using (channel)
        {
            await channel.ExchangeDeclareAsync(
                Exchange,
                ExchangeType.Topic,
                durable: true,
                cancellationToken: cancellationToken
            );
            await channel.QueueDeclareAsync(
                Queue,
                durable: true,
                exclusive: false,
                autoDelete: false,
                cancellationToken: cancellationToken
            );
            await channel.QueueBindAsync(Queue, Exchange, "#", cancellationToken: cancellationToken);
        }
    }
}
