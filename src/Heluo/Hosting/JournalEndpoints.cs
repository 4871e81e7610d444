using Heluo.Kernel;
using Heluo.Registry.Http;
using Heluo.Storage;

namespace Heluo.Hosting;

/// <summary>What anybody may keep of the journal, so that nobody can rewrite it unnoticed: its newest signed checkpoint
/// and the key it is signed with. Neither says anything of a person or a case.</summary>
internal static class JournalEndpoints
{
    public static void MapJournal(this IEndpointRouteBuilder house)
    {
        var api = house.MapGroup("/api/v1/journal").WithTags("journal");
        api.MapGet("/checkpoint", CheckpointAsync).WithName("NewestCheckpoint").Admits(Access.Public)
            .Produces<Checkpoint>().Refuses(404);
        api.MapGet("/key", Key).WithName("JournalKey").Admits(Access.Public)
            .Produces<string>(200, "application/x-pem-file");
    }

    private static async Task<IResult> CheckpointAsync(Store store, TimeProvider clock)
    {
        var newest = store.NewestCheckpoint;
        if (newest is null && !(await store.CheckpointAsync(clock.Now())).TryGet(out newest, out var refusal))
        {
            return refusal.ToResult();
        }

        return newest is null ? HostRefusals.NoCheckpoint.ToResult() : TypedResults.Ok(newest);
    }

    private static IResult Key(Store store) => store.JournalKey().TryGet(out var key, out var refusal)
        ? TypedResults.Text(key.Pem, "application/x-pem-file")
        : refusal.ToResult();
}
