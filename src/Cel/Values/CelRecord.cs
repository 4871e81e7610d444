namespace Heluo.Cel;

/// <summary>A record of the host whose fields are looked up only when an expression reads them.</summary>
public abstract class CelRecord
{
    /// <summary>The record type, whose name <c>type(x)</c> shows.</summary>
    public abstract CelType Type { get; }

    /// <summary>Reads a field that the checker resolved. False when the field has no value, which
    /// <c>has(record.field)</c> asks and every other reading answers with <c>cel.no_key</c>.</summary>
    /// <param name="field">A field of <see cref="Type"/>; its <see cref="CelField.Index"/> needs no look-up.</param>
    /// <param name="value">The value; of the declared type, or an error.</param>
    public abstract bool TryGet(CelField field, out CelValue value);
}
