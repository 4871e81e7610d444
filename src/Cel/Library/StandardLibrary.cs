namespace Heluo.Cel.Library;

/// <summary>Everything the standard environment declares.</summary>
internal static class StandardLibrary
{
    public static IEnumerable<CelType> Types() =>
    [
        CelType.Bool, CelType.Int, CelType.Uint, CelType.Double, CelType.String, CelType.Bytes, CelType.Null,
        CelType.Timestamp, CelType.Duration, CelType.List(CelType.Dyn), CelType.Map(CelType.Dyn, CelType.Dyn),
        CelType.TypeOf(CelType.Dyn), CelType.Optional(CelType.Dyn),
        NetworkAddress.OfType, NetworkRange.OfType,
    ];

    public static IEnumerable<Overload> Functions() =>
    [
        .. OperatorTypes.All(),
        .. TextFunctions.All(),
        .. ConversionFunctions.All(),
        .. TimeFunctions.All(),
        .. OptionalFunctions.All(),
        .. StringExtensions.All(),
        .. MathExtensions.All(),
        .. EncodingFunctions.All(),
        .. ListFunctions.All(),
        .. NetworkFunctions.All(),
    ];
}
