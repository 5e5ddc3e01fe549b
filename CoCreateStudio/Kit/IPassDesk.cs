namespace CoCreateStudio.Kit;

/// <summary>
/// Where passes are given out: whoever changes what somebody may see has the old pass forgotten.
/// The pages of that person hear of it in their own channel of the live hub (<see cref="VisibleProject"/> under the person's id).
/// </summary>
public interface IPassDesk
{
    void Forget(Guid personId);

    void ForgetAll();
}
