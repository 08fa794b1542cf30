namespace DodoUpsell.Tests.Webhooks.Inbox;

/// <summary>Every order in which things can arrive.</summary>
internal static class Orders
{
    /// <summary>
    /// Every distinct order of <paramref name="count"/> things, each as often as <paramref name="times"/> says, as
    /// indexes.
    /// </summary>
    public static IEnumerable<int[]> Of(int count, Func<int, int> times)
    {
        var left = Enumerable.Range(0, count).Select(times).ToArray();
        return Extend(new int[left.Sum()], 0, left);
    }

    private static IEnumerable<int[]> Extend(int[] order, int position, int[] left)
    {
        if (position == order.Length)
        {
            yield return [.. order];
            yield break;
        }

        for (var next = 0; next < left.Length; next++)
        {
            if (left[next] == 0)
                continue;
            left[next]--;
            order[position] = next;
            foreach (var complete in Extend(order, position + 1, left))
                yield return complete;
            left[next]++;
        }
    }
}
