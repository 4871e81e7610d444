using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace Heluo.Terminal.Layout;

/// <summary>Says how much a post with files may bring.</summary>
internal static class Uploads
{
    /// <summary>Lets an endpoint take files up to so many bytes in all; elsewhere the house's own limit
    /// holds.</summary>
    public static TBuilder TakesFiles<TBuilder>(this TBuilder endpoint, int bytes)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new RequestSizeLimitAttribute(bytes), new FormLimit(bytes));

    private sealed class FormLimit(int bytes) : IFormOptionsMetadata
    {
        public bool? BufferBody => null;

        public int? MemoryBufferThreshold => null;

        public long? BufferBodyLengthLimit => bytes;

        public int? ValueCountLimit => null;

        public int? KeyLengthLimit => null;

        public int? ValueLengthLimit => null;

        public int? MultipartBoundaryLengthLimit => null;

        public int? MultipartHeadersCountLimit => null;

        public int? MultipartHeadersLengthLimit => null;

        public long? MultipartBodyLengthLimit => bytes;
    }
}
