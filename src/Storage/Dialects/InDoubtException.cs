namespace Heluo.Storage;

/// <summary>
/// The database failed while making a group durable, so nobody knows whether it is stored. The store stops writing;
/// after a restart a repeated command id tells.
/// </summary>
/// <param name="message">What failed.</param>
/// <param name="inner">The failure itself; may be null.</param>
public sealed class InDoubtException(string message, Exception? inner = null) : Exception(message, inner);
