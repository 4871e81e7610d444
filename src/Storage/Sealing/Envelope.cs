namespace Heluo.Storage;

/// <summary>What a sealed value is in the journal: <c>{"k":key,"c":ciphertext,"h":commitment}</c>, all
/// base64url.</summary>
/// <param name="Key">Id of the data key, which knows subject, purpose and algorithm.</param>
/// <param name="Cipher">Salt and value, encrypted, with the tag. The nonce is the start of the commitment.</param>
/// <param name="Proof">SHA-256 over salt and value.</param>
/// <param name="Family">Family of the stream it was sealed for; written as <c>"f"</c> only where it stands in
/// another.</param>
internal sealed record Envelope(string Key, string Cipher, string Proof, string Family);
