<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" sourcelanguage="en" language="en">
  <context>
    <name>Card</name>
    <message numerus="yes">
      <source>%n take(s)</source>
      <translation>
        <numerusform>%n take</numerusform>
        <numerusform>%n takes</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>CastDock</name>
    <message numerus="yes">
      <source>{} · %n panel(s)</source>
      <translation>
        <numerusform>{} · %n panel</numerusform>
        <numerusform>{} · %n panels</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ExportDialog</name>
    <message numerus="yes">
      <source>Wrote %n picture(s).</source>
      <translation>
        <numerusform>Wrote %n picture.</numerusform>
        <numerusform>Wrote %n pictures.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Inspector</name>
    <message numerus="yes">
      <source>%n panel(s)</source>
      <translation>
        <numerusform>%n panel</numerusform>
        <numerusform>%n panels</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message numerus="yes">
      <source>%n change(s) not saved.</source>
      <translation>
        <numerusform>%n change is not saved.</numerusform>
        <numerusform>%n changes are not saved.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n interrupted job(s) left from the last time.</source>
      <translation>
        <numerusform>%n interrupted job is left from the last time.</numerusform>
        <numerusform>%n interrupted jobs are left from the last time.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{title} — %n change(s) not saved</source>
      <translation>
        <numerusform>{title} — %n change is not saved</numerusform>
        <numerusform>{title} — %n changes are not saved</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>OutlineDock</name>
    <message numerus="yes">
      <source>%n panel(s) · {}</source>
      <translation>
        <numerusform>%n panel · {}</numerusform>
        <numerusform>%n panels · {}</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>PanelView</name>
    <message numerus="yes">
      <source>%n in the trash</source>
      <translation>
        <numerusform>%n in the trash</numerusform>
        <numerusform>%n in the trash</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n take(s)</source>
      <translation>
        <numerusform>%n take</numerusform>
        <numerusform>%n takes</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Queue</name>
    <message numerus="yes">
      <source>%n job(s)</source>
      <translation>
        <numerusform>%n job</numerusform>
        <numerusform>%n jobs</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{names} and %n more</source>
      <translation>
        <numerusform>{names} and %n more</numerusform>
        <numerusform>{names} and %n more</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>QueueDock</name>
    <message numerus="yes">
      <source>… and %n more</source>
      <translation>
        <numerusform>… and %n more</numerusform>
        <numerusform>… and %n more</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>SceneHeader</name>
    <message numerus="yes">
      <source>%n panel(s) · {}</source>
      <translation>
        <numerusform>%n panel · {}</numerusform>
        <numerusform>%n panels · {}</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>StatusLine</name>
    <message numerus="yes">
      <source>%n character(s)</source>
      <translation>
        <numerusform>%n character</numerusform>
        <numerusform>%n characters</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n drawn</source>
      <translation>
        <numerusform>%n drawn</numerusform>
        <numerusform>%n drawn</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n panel(s)</source>
      <translation>
        <numerusform>%n panel</numerusform>
        <numerusform>%n panels</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Toolbar</name>
    <message numerus="yes">
      <source>%n stale · Redo unlocked</source>
      <translation>
        <numerusform>%n stale · Redo unlocked</numerusform>
        <numerusform>%n stale · Redo unlocked</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>TrashView</name>
    <message numerus="yes">
      <source>Restore %n panel(s)</source>
      <translation>
        <numerusform>Restore %n panel</numerusform>
        <numerusform>Restore %n panels</numerusform>
      </translation>
    </message>
  </context>
</TS>
