using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using DodoUpsell.Http.Json;

namespace DodoUpsell.Webhooks;

/// <summary>
/// Reads a delivery's body: first the envelope, then its data as the type that the data names, or otherwise by the type
/// of the event.
/// </summary>
internal ref struct WebhookEnvelope
{
    private readonly ReadOnlySpan<byte> _body;
    private Utf8JsonReader _reader;
    private WebhookEventType _type;
    private string? _businessId;
    private DateTimeOffset _timestamp;
    private ReadOnlySpan<byte> _data;
    private string? _payloadType;
    private bool _namesType;
    private Dictionary<string, JsonElement>? _others;

    private WebhookEnvelope(ReadOnlySpan<byte> body)
    {
        _body = body;
        _reader = new Utf8JsonReader(body);
    }

    public static bool TryRead(ReadOnlySpan<byte> body, [NotNullWhen(true)] out WebhookEvent? read)
    {
        read = null;
        var envelope = new WebhookEnvelope(body);
        try
        {
            if (!JsonText.IsUnicode(body) || !envelope.TryReadMembers())
                return false;
        }
        catch (JsonException)
        {
            // The body is not JSON, or is nested too deeply.
            return false;
        }

        read = envelope.ToEvent();
        return true;
    }

    private bool TryReadMembers()
    {
        if (!_reader.Read() || _reader.TokenType != JsonTokenType.StartObject)
            return false;
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
            ReadMember();

        // Reading past the end throws if anything follows.
        return !_reader.Read();
    }

    // A member whose JSON kind is not the documented one is kept with the unknown members. Null means that it is
    // absent.
    private void ReadMember()
    {
        if (_reader.ValueTextEquals("data"u8))
        {
            ReadData();
            return;
        }

        var member =
            _reader.ValueTextEquals("type"u8) ? Member.Type
            : _reader.ValueTextEquals("business_id"u8) ? Member.BusinessId
            : _reader.ValueTextEquals("timestamp"u8) ? Member.Timestamp
            : Member.Other;
        var name = member == Member.Other ? _reader.GetString() : null;
        _reader.Read();
        if (member != Member.Other && (_reader.TokenType == JsonTokenType.Null || TrySet(member)))
            return;
        (_others ??= new(StringComparer.Ordinal))[name ?? NameOf(member)] = JsonElement.ParseValue(ref _reader);
    }

    private bool TrySet(Member member)
    {
        if (_reader.TokenType != JsonTokenType.String)
            return false;
        switch (member)
        {
            case Member.BusinessId:
                _businessId = _reader.GetString();
                return true;
            case Member.Timestamp:
                return _reader.TryGetDateTimeOffset(out _timestamp);
            default:
                return WebhookEventType.TryParse(JsonRead.Value(ref _reader), null, out _type);
        }
    }

    private void ReadData()
    {
        _reader.Read();
        var start = (int)_reader.TokenStartIndex;
        _payloadType = null;
        _namesType = false;
        if (_reader.TokenType == JsonTokenType.StartObject)
        {
            while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
            {
                var isType = _reader.ValueTextEquals("payload_type"u8);
                _reader.Read();
                if (isType)
                {
                    _namesType = _reader.TokenType != JsonTokenType.Null;
                    _payloadType = _reader.TokenType == JsonTokenType.String ? _reader.GetString() : null;
                }

                _reader.Skip();
            }
        }
        else
        {
            _reader.Skip();
        }

        _data = _body[start..(int)_reader.BytesConsumed];
    }

    private readonly WebhookEvent ToEvent()
    {
        // An object without an id cannot be identified, so it is kept as unknown data.
        var read = KindOfData()?.Read(_data) is { Subject.Length: > 0 } typed
            ? typed
            : new UnknownWebhookEvent(RawData());
        return read with
        {
            Type = _type,
            BusinessId = _businessId ?? "",
            Timestamp = _timestamp,
            ExtensionData = _others,
        };
    }

    // The type that the data names takes precedence. All examples of the API name it there, but no schema does, so data
    // that names no type is of the kind that events of its type carry.
    private readonly EventKind? KindOfData()
    {
        if (_data.IsEmpty)
            return null;
        if (_namesType)
            return _payloadType is null ? null : EventKinds.Named(_payloadType);
        return EventKinds.CarriedBy(_type);
    }

    private readonly JsonElement? RawData()
    {
        if (_data.IsEmpty || _data.SequenceEqual("null"u8))
            return null;
        var reader = new Utf8JsonReader(_data);
        return JsonElement.ParseValue(ref reader);
    }

    private static string NameOf(Member member) =>
        member switch
        {
            Member.Type => "type",
            Member.BusinessId => "business_id",
            _ => "timestamp",
        };

    private enum Member
    {
        Other,
        Type,
        BusinessId,
        Timestamp,
    }
}
