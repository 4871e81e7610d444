using Heluo.Cel.Library;

namespace Heluo.Cel.Checking;

/// <summary>What the checker found a node to mean.</summary>
internal abstract record Binding;

/// <summary>A variable of the host.</summary>
internal sealed record SlotBinding(int Slot) : Binding;

/// <summary>A name bound by a macro; the count is how many places it takes.</summary>
internal sealed record LocalBinding(int Local) : Binding;

/// <summary>A value named by <c>cel.block</c>, made when first read.</summary>
internal sealed record LazyBinding(int Local, int Block) : Binding;

/// <summary>A constant or a type by name.</summary>
internal sealed record ConstantBinding(CelValue Value) : Binding;

/// <summary>A declared field of a record.</summary>
internal sealed record FieldBinding(CelField Field) : Binding;

/// <summary>The forms of a function that may apply.</summary>
internal sealed record CallBinding(Overload[] Overloads, bool HasReceiver) : Binding;

/// <summary>The first place that a macro may keep its values in.</summary>
internal sealed record PlaceBinding(int Local) : Binding;

/// <summary>Something unknown in an unchecked expression: an error when it is evaluated.</summary>
internal sealed record FailBinding(CelError Error) : Binding;
