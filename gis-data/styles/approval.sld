<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" xmlns:se="http://www.opengis.net/se" version="1.1.0">
 <NamedLayer>
  <se:Name>approval</se:Name>
  <UserStyle>
   <se:Name>approval</se:Name>
   <se:FeatureTypeStyle>
    <se:Rule>
     <se:Name>批准范围</se:Name>
     <se:Description>
      <se:Title>批准范围</se:Title>
     </se:Description>
     <se:PolygonSymbolizer>
      <se:Fill>
       <se:GraphicFill>
        <se:Graphic>
         <se:Mark>
          <se:WellKnownName>slash</se:WellKnownName>
          <se:Stroke>
           <se:SvgParameter name="stroke">#6a51a3</se:SvgParameter>
          </se:Stroke>
         </se:Mark>
         <se:Size>8</se:Size>
        </se:Graphic>
       </se:GraphicFill>
      </se:Fill>
      <se:Stroke>
       <se:SvgParameter name="stroke">#6a51a3</se:SvgParameter>
       <se:SvgParameter name="stroke-width">1.2</se:SvgParameter>
      </se:Stroke>
     </se:PolygonSymbolizer>
    </se:Rule>
   </se:FeatureTypeStyle>
  </UserStyle>
 </NamedLayer>
</StyledLayerDescriptor>
