package org.guildhall.demo;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells the person at the terminal where the demo company is and how to log in. */
@Component
class DemoNotice {

    private final Environment environment;

    DemoNotice(Environment environment) {
        this.environment = environment;
    }

    void loading() {
        IO.println("Guildhall: the demo company moves in, half a minute …");
    }

    void failed() {
        IO.println(
                "Guildhall: the demo company could not move in; the reason is under Settings, Jobs, and in the log.");
    }

    void ready() {
        var port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8420"));
        IO.println("""

                Guildhall is ready: http://127.0.0.1:%s
                  Log in as lead 会员中心经理, ops 运营主管, analyst 数据分析师, acq 拓展专员, service 服务专员,
                  store1 店员, admin 管理员 or auditor 审计员. Password of all: %s
                """.formatted(port, Founding.PASSWORD));
    }
}
