namespace Heluo.Cel.Running;

/// <summary>The name that a value's type has in expressions.</summary>
internal static class Kinds
{
    public static string Name(in CelValue value) => value.Kind switch
    {
        CelKind.Null => "null_type",
        CelKind.Bool => "bool",
        CelKind.Int => "int",
        CelKind.Uint => "uint",
        CelKind.Double => "double",
        CelKind.String => "string",
        CelKind.Bytes => "bytes",
        CelKind.Timestamp => CelType.Timestamp.Name,
        CelKind.Duration => CelType.Duration.Name,
        CelKind.List => "list",
        CelKind.Map => "map",
        CelKind.Type => "type",
        CelKind.Optional => "optional_type",
        CelKind.Record => value.AsRecord.Type.Name,
        CelKind.Opaque => value.AsOpaque.Type.Name,
        CelKind.Error => "error",
        _ => "nothing",
    };
}
