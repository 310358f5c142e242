package io.evertill.command;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The log of a till: `log/evertill.log` in its data folder, five files of at most 5 MB.
///
/// A folder that cannot be written has no log; nothing else depends on it.
final class LogFile {
    private static final String FILE_MAX = "5MB";
    private static final int FILES_MAX = 5;

    private LogFile() {}

    /// Logs into a data folder from now on.
    static void into(Path data) {
        if (!Files.isDirectory(data) || !Files.isWritable(data)
                || !(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        Path file = data.resolve("log").resolve("evertill.log");
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setFile(file.toString());
        appender.setEncoder(encoder(context));
        appender.setTriggeringPolicy(trigger(context));
        FixedWindowRollingPolicy rolling = new FixedWindowRollingPolicy();
        rolling.setContext(context);
        rolling.setParent(appender);
        rolling.setFileNamePattern(file + ".%i");
        rolling.setMinIndex(1);
        rolling.setMaxIndex(FILES_MAX - 1);
        rolling.start();
        appender.setRollingPolicy(rolling);
        appender.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
    }

    private static PatternLayoutEncoder encoder(LoggerContext context) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX,UTC} %-5level [%thread] %logger{20} %msg%n%ex");
        encoder.start();
        return encoder;
    }

    private static SizeBasedTriggeringPolicy<ILoggingEvent> trigger(LoggerContext context) {
        SizeBasedTriggeringPolicy<ILoggingEvent> trigger = new SizeBasedTriggeringPolicy<>();
        trigger.setContext(context);
        trigger.setMaxFileSize(FileSize.valueOf(FILE_MAX));
        trigger.start();
        return trigger;
    }
}
