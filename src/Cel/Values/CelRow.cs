namespace Heluo.Cel;

/// <summary>A record kept as one value per field, in the order of its type.</summary>
public sealed class CelRow : CelRecord
{
    private readonly CelValue[] _values;

    /// <summary>A row without any value.</summary>
    public CelRow(CelType type)
    {
        if (type.Kind != CelTypeKind.Record) throw new ArgumentException("A row needs a record type.", nameof(type));
        Type = type;
        _values = new CelValue[type.Fields.Count];
    }

    /// <inheritdoc/>
    public override CelType Type { get; }

    /// <summary>The value at the field's index; of kind <see cref="CelKind.None"/> when absent.</summary>
    public CelValue this[int index]
    {
        get => _values[index];
        set => _values[index] = value;
    }

    /// <summary>Puts a value by name. A name that the type does not have throws
    /// <see cref="KeyNotFoundException"/>.</summary>
    public CelRow Set(string field, CelValue value)
    {
        var found = Type.Find(field) ?? throw new KeyNotFoundException($"{Type.Name} has no field {field}.");
        _values[found.Index] = value;
        return this;
    }

    /// <inheritdoc/>
    public override bool TryGet(CelField field, out CelValue value)
    {
        value = _values[field.Index];
        return value.Kind != CelKind.None;
    }
}
