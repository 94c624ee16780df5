package org.guildhall.messages;

import java.util.List;
import java.util.Map;

/**
 * Something there is to tell members, which facts come with it, and the texts an installation begins with. Whoever has the
 * reason offers it as a bean; everybody's own variables ({@link Recipient}) need not be named.
 *
 * @param code stable, {@code module.kebab}
 * @param sample facts as they may come, for previews
 */
public record MessageReason(String code, List<Variable> variables, Map<String, Object> sample, List<BuiltIn> builtIns) {

    /** Copies. */
    public MessageReason {
        variables = List.copyOf(variables);
        sample = Map.copyOf(sample);
        builtIns = List.copyOf(builtIns);
    }

    /** A template that is there from the start; its texts can be published anew like any other's. */
    public record BuiltIn(String template, Purpose purpose, Channel channel, List<TemplateText> texts) {

        /** Copies. */
        public BuiltIn {
            texts = List.copyOf(texts);
        }
    }
}
