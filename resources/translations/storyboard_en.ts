<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" sourcelanguage="en" language="en">
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
    <name>PanelView</name>
    <message numerus="yes">
      <source>%n take(s)</source>
      <translation>
        <numerusform>%n take</numerusform>
        <numerusform>%n takes</numerusform>
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
</TS>
