package org.guildhall.messages;

import java.util.List;
import java.util.Map;
import org.guildhall.access.PermissionCatalogue;
import org.guildhall.policies.Clause;
import org.guildhall.policies.PolicyKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Permissions, the rules of sending and their clause, and what staff tell by hand. */
@Configuration(proxyBeanMethods = false)
class MessagesConfiguration {

    @Bean
    PermissionCatalogue messagePermissions() {
        return PermissionCatalogue.of(
                "messages",
                MessagePermissions.READ,
                MessagePermissions.TEMPLATES,
                MessagePermissions.SEND,
                MessagePermissions.OPERATE,
                MessagePermissions.EXPORT);
    }

    @Bean
    PolicyKind<MessagePolicy> messagePolicy() {
        return MessagePolicy.KIND;
    }

    @Bean
    MessageReason toldByHand() {
        return new MessageReason(
                "messages.by-hand",
                List.of(
                        new Variable("text", VariableType.TEXT, false),
                        new Variable("until", VariableType.DATE, false)),
                Map.of("text", "本周六下午茶会", "until", "2026-03-31"),
                List.of());
    }

    @Bean
    Clause messageClause() {
        return new Clause(
                "5.1",
                Clause.texts("消息与打扰", "訊息與打擾", "Messages"),
                Clause.texts(
                        "每一条消息都有依据、有去向：同一事由同一期只发一次；营销消息须经会员同意，并注明退订方式；静默时段不发短信；黑名单、已退会、无联系方式的不发，并注明原因；发送失败按规定重试；文字按版本留存，可预览、可追溯。",
                        "每一則訊息都有依據、有去向：同一事由同一期只發一次；行銷訊息須經會員同意，並註明退訂方式；靜默時段不發簡訊；黑名單、已退會、無聯絡方式的不發，並註明原因；發送失敗按規定重試；文字按版本留存，可預覽、可追溯。",
                        "Every message has its reason and its fate: once for each reason and period; advertising only with"
                                + " consent, and saying how to end it; no short messages in the quiet hours; nothing to those"
                                + " who are barred, have left or left no address, and it says so; failed attempts are"
                                + " repeated as stated; texts are kept by version."));
    }
}
