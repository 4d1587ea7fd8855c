package io.feverline.look;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the frame. */
@MessageBundle("look")
public interface LookWords {
    @Message("退出")
    String signOut();

    @Message("English")
    String otherLanguage();

    @Message("跳到正文")
    String skip();

    @Message("值班台")
    String duty();

    @Message("业务台")
    String console();

    @Message("主导航")
    String navigation();

    @Message("没有权限")
    String notAllowed();

    @Message("您的角色不能查看此页。请联系管理员，或以其他身份登录。")
    String notAllowedHelp();

    @Message("没有这一页")
    String notFound();

    @Message("地址有误，或内容不在您的辖区内。")
    String notFoundHelp();

    @Message("没有成功")
    String failed();

    @Message("服务出错，已记录。请稍后再试。")
    String failedHelp();

    @Message("连接中断，以下内容停留在")
    String staleSince();

    @Message("登录已失效。")
    String signedOut();

    @Message("重新登录")
    String signIn();

    @Message("连接中断，未能提交")
    String unsent();

    @Message("返回")
    String back();
}
