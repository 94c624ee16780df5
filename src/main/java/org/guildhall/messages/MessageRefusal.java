package org.guildhall.messages;

import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.Refusal;

/** Why messages say no. */
public sealed interface MessageRefusal extends Refusal.Reason {

    /** There is no such message within the actor's reach. */
    record UnknownMessage(UUID message) implements MessageRefusal, Refusal.Missing {}

    /** There is no such template. */
    record UnknownTemplate(String template) implements MessageRefusal, Refusal.Missing {}

    /** Nobody has anything of this sort to tell. */
    record UnknownReason(String reason) implements MessageRefusal, Refusal.Invalid {
        @Override
        public List<Refusal.Field> fields() {
            return List.of(new Refusal.Field("reason", reason, "known"));
        }
    }

    /** Somebody published another version meanwhile. */
    record TemplateMoved(String template, int expected, int now) implements MessageRefusal, Refusal.Conflict {}

    /** Reason, purpose and channel of a template stay as they are. */
    record TemplateFixed(String template) implements MessageRefusal, Refusal.Conflict {}

    /** The template is out of use. */
    record TemplateRetired(String template) implements MessageRefusal, Refusal.Conflict {}

    /** The facts are not those that the texts need. */
    record FactsDoNotFit(String template, List<Refusal.Field> fields) implements MessageRefusal, Refusal.Invalid {}

    /** The key was used before for another message. */
    record MessageDiffers(UUID message) implements MessageRefusal, Refusal.Conflict {}

    /** Only what failed or was suppressed is tried again. */
    record NotRetriable(UUID message, MessageState state) implements MessageRefusal, Refusal.Conflict {}

    /** Only what waits is called off; what is being sent is not. */
    record NotCancellable(UUID message, MessageState state) implements MessageRefusal, Refusal.Conflict {}
}
