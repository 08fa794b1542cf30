using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace DodoUpsell.Http;

/// <summary>Extensions of the transport for operations with JSON requests and responses.</summary>
internal static class JsonCalls
{
    public static Task<TResult> SendAsync<TResult>(
        this Transport transport,
        Operation operation,
        string path,
        JsonTypeInfo<TResult> resultType,
        CancellationToken cancellationToken
    ) =>
        transport.SendAsync<TResult, JsonTypeInfo<TResult>>(
            new Call(operation, path),
            JsonBody.Decode,
            resultType,
            cancellationToken
        );

    public static Task<TResult> SendAsync<TBody, TResult>(
        this Transport transport,
        Operation operation,
        string path,
        TBody body,
        JsonTypeInfo<TBody> bodyType,
        JsonTypeInfo<TResult> resultType,
        CancellationToken cancellationToken
    ) =>
        transport.SendAsync<TResult, JsonTypeInfo<TResult>>(
            new Call(operation, path, JsonSerializer.SerializeToUtf8Bytes(body, bodyType)),
            JsonBody.Decode,
            resultType,
            cancellationToken
        );

    public static Task<TResult> SendOrEmptyAsync<TBody, TResult>(
        this Transport transport,
        Operation operation,
        string path,
        TBody body,
        JsonTypeInfo<TBody> bodyType,
        JsonTypeInfo<TResult> resultType,
        CancellationToken cancellationToken
    )
        where TResult : new() =>
        transport.SendAsync<TResult, JsonTypeInfo<TResult>>(
            new Call(operation, path, JsonSerializer.SerializeToUtf8Bytes(body, bodyType)),
            JsonBody.DecodeOrEmpty,
            resultType,
            cancellationToken
        );

    public static Task SendAsync(
        this Transport transport,
        Operation operation,
        string path,
        CancellationToken cancellationToken
    ) => transport.SendAsync<object?, object?>(new Call(operation, path), JsonBody.Ignore, null, cancellationToken);
}
