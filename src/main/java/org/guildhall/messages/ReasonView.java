package org.guildhall.messages;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;

/** A reason with the variables that its texts may use, everybody's own included, and facts as they may come. */
@Schema(name = "MessageReasonView")
public record ReasonView(String code, List<Variable> variables, Map<String, Object> sample) {}
